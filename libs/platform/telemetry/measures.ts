import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Everything that is measured, declared once: name, words, labels. A label holds the name of something that is declared in
 * the code or configured by an operator, never a person, a reference or what somebody typed: series would never end,
 * and whoever reads measures may read them all.
 */
export class Measures {
  readonly registry = new Registry();
  readonly #own = { registers: [this.registry] };

  readonly requests = new Histogram({ ...this.#own, name: 'tallystick_http_request_seconds', help: 'Requests answered, by kind of address, method and status', labelNames: ['kind', 'method', 'status'], buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] });
  readonly commands = new Histogram({ ...this.#own, name: 'tallystick_command_seconds', help: 'Commands run, by name and how they ended', labelNames: ['command', 'outcome'], buckets: [0.005, 0.025, 0.1, 0.5, 2.5] });
  readonly refusals = new Counter({ ...this.#own, name: 'tallystick_refusals_total', help: 'Commands that a rule refused, by rule', labelNames: ['command', 'refusal'] });
  readonly decidedAgain = new Counter({ ...this.#own, name: 'tallystick_decided_again_total', help: 'Decisions made once more because others were stored first', labelNames: ['command'] });

  readonly appends = new Histogram({ ...this.#own, name: 'tallystick_append_seconds', help: 'Appends to the log, by how they ended', labelNames: ['outcome'], buckets: [0.002, 0.01, 0.05, 0.25, 1, 5] });
  readonly appendedEvents = new Counter({ ...this.#own, name: 'tallystick_appended_events_total', help: 'Events stored by this process' });
  readonly appendsWaiting = new Gauge({ ...this.#own, name: 'tallystick_appends_waiting', help: 'Appends handed over and not yet durable' });
  readonly appendGroups = new Histogram({ ...this.#own, name: 'tallystick_append_group_size', help: 'Appends that travelled together in one write', buckets: [1, 4, 16, 64, 256] });
  readonly logFaults = new Counter({ ...this.#own, name: 'tallystick_log_faults_total', help: 'Times that the log could not do what was asked, by kind', labelNames: ['kind'] });
  readonly logHead = new Gauge({ ...this.#own, name: 'tallystick_log_head', help: 'Position of the last event' });
  readonly logGap = new Gauge({ ...this.#own, name: 'tallystick_log_gap', help: '1 once a hole or a changed record was met in the log, here or by the last check' });

  readonly viewLag = new Gauge({ ...this.#own, name: 'tallystick_view_lag_events', help: 'Events that a view has not taken yet', labelNames: ['view'] });
  readonly viewLagSeconds = new Gauge({ ...this.#own, name: 'tallystick_view_lag_seconds', help: 'Age of the oldest event that a view has not taken', labelNames: ['view'] });
  readonly viewEvents = new Counter({ ...this.#own, name: 'tallystick_view_events_total', help: 'Events that views of this process have taken', labelNames: ['view'] });
  readonly viewSeconds = new Counter({ ...this.#own, name: 'tallystick_view_seconds_total', help: 'Time that views of this process have spent on taking events', labelNames: ['view'] });
  readonly viewStopped = new Gauge({ ...this.#own, name: 'tallystick_view_stopped', help: '1 while an event stops a view', labelNames: ['view'] });
  readonly viewAbsences = new Gauge({ ...this.#own, name: 'tallystick_view_absences', help: 'Changes to rows of a view that were not there: a mistake of the view', labelNames: ['view'] });
  readonly viewRuns = new Gauge({ ...this.#own, name: 'tallystick_view_run_here', help: '1 while this process keeps the view up', labelNames: ['view'] });
  readonly viewTrouble = new Gauge({ ...this.#own, name: 'tallystick_view_trouble', help: '1 while something keeps this process from keeping views up' });

  readonly jobs = new Gauge({ ...this.#own, name: 'tallystick_jobs', help: 'Jobs, by state', labelNames: ['state'] });
  readonly jobsOldest = new Gauge({ ...this.#own, name: 'tallystick_jobs_oldest_waiting_seconds', help: 'How long the oldest job that is due has waited' });
  readonly lastGoodCheck = new Gauge({ ...this.#own, name: 'tallystick_last_good_check_timestamp_seconds', help: 'When the log, its ledgers and its views were last checked and found good; 0 when never' });
  readonly lastBackup = new Gauge({ ...this.#own, name: 'tallystick_last_backup_timestamp_seconds', help: 'When the log was last backed up; 0 when never' });

  readonly sessions = new Gauge({ ...this.#own, name: 'tallystick_sessions', help: 'People who are signed in, over all servers' });
  readonly diskFree = new Gauge({ ...this.#own, name: 'tallystick_disk_free_ratio', help: 'Free part of the disk that holds the data folder, 0 to 1' });
  readonly reachable = new Gauge({ ...this.#own, name: 'tallystick_reachable', help: '1 while a part answers in time: log, views, sessions, jobs, upkeep, disk', labelNames: ['part'] });
  readonly ready = new Gauge({ ...this.#own, name: 'tallystick_ready', help: '1 while this process takes requests' });
  readonly about = new Gauge({ ...this.#own, name: 'tallystick_info', help: 'Always 1; says what runs', labelNames: ['part', 'version', 'kind'] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** In the text format of Prometheus. */
  async page(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}
