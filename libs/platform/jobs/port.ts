/**
 * The port of jobs: what is to be done outside a request, once, by whichever process has time. What must happen is derived
 * from the log and the calendar again and again, so a queue is never the only place that knows of it.
 */

/** A sort of job, declared once: whoever offers one and whoever runs it read the same. */
export interface JobKind {
  /** In kebab case. */
  readonly name: string;
  /** One sentence, for the page and `tally jobs`. */
  readonly summary: string;
  /** Long jobs go in a lane of their own, so that an export never holds up a deadline. */
  readonly lane: 'short' | 'long';
  /** How often it is tried before it becomes a dead letter. */
  readonly tries: number;
  /** The wait after the first failure; it doubles with each, up to `longestWaitMilliseconds`. */
  readonly firstWaitMilliseconds: number;
  /** How long a done job is remembered, at least: as long, the same key is not taken again. 0: forgotten at once. */
  readonly rememberedDays: number;
}

export type JobInput = Readonly<Record<string, string | number | boolean>>;

/** Something to do. The key comes from the log or the calendar: the same duty offered twice is one job. */
export interface Job {
  readonly kind: string;
  readonly key: string;
  /** No personal data: ids and references only. */
  readonly input?: JobInput;
  /** ISO instant before which it is not begun. */
  readonly notBefore?: string;
}

/** `failed` is a dead letter: it waits for a person. `dismissed` is one that a person has read and let go. */
export type JobState = 'waiting' | 'later' | 'running' | 'done' | 'failed' | 'dismissed';

export type Offered =
  | { readonly outcome: 'taken'; readonly id: string }
  /** It was there already, and stands like this. */
  | { readonly outcome: 'known'; readonly id: string; readonly state: JobState }
  /** The queue is out of reach. Whoever derives the duty offers it again. */
  | { readonly outcome: 'away'; readonly trouble: string };

/** What a job came to, in a sentence; `alarms` are what people must see to. */
export interface Report {
  readonly said: string;
  readonly alarms?: readonly string[];
  /** Name of the document that it made, on the shelf. */
  readonly made?: string;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface JobStanding {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly input: JobInput;
  readonly state: JobState;
  /** ISO instants. */
  readonly offeredAt: string;
  readonly dueAt?: string;
  readonly finishedAt?: string;
  /** How often it was begun. */
  readonly tries: number;
  readonly progress?: Progress;
  readonly report?: Report;
  /** Why the last try failed. */
  readonly error?: string;
}

export interface JobsStatus {
  readonly counts: Readonly<Record<Exclude<JobState, 'done' | 'dismissed'>, number>>;
  /** How long the oldest job has been ready without being begun. */
  readonly oldestWaitingMilliseconds: number;
  /** What keeps the queue out of reach, if anything does. */
  readonly trouble?: string;
}

/** What a handler is given beside the input. */
export interface Task {
  readonly id: string;
  readonly key: string;
  readonly offeredAt: string;
  /** 1 at first. */
  readonly attempt: number;
  /** Aborted when the process must end: what throws then is handed back, and is no failed try. */
  readonly signal: AbortSignal;
  readonly progress: (done: number, of: number) => void;
}

/** Does the job. It looks first at what the log or the shelf says was done already: a queue forgets. */
export type Handle = (input: JobInput, task: Task) => Promise<Report>;

export interface Jobs {
  readonly kinds: readonly JobKind[];
  /** Never throws for a queue that is out of reach: it says so. */
  offer(job: Job): Promise<Offered>;
  find(id: string): Promise<JobStanding | undefined>;
  /** Newest first. Throws JobsAway. */
  list(which?: { readonly states?: readonly JobState[]; readonly kind?: string; readonly limit?: number }): Promise<readonly JobStanding[]>;
  status(): Promise<JobsStatus>;
  /** Tries a dead letter, or a dismissed one, from the first try on. False when there is none of that id. Throws JobsAway. */
  replay(id: string): Promise<boolean>;
  /** Lets a dead letter go; it is not taken again while it is remembered. False when there is none of that id. Throws JobsAway. */
  dismiss(id: string): Promise<boolean>;
  /** Tells of every change and every progress, of all processes, until the answer is called. */
  watch(listener: (standing: JobStanding) => void): () => void;
  /** Begins to take jobs of the kinds that are handled. Once in the life of a process. */
  work(handlers: Readonly<Record<string, Handle>>): void;
  /** Takes nothing more, finishes what runs, and hands back what has not come to its end in the time. */
  drain(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The queue is out of reach. What is due is offered again when it is back. */
export class JobsAway extends Error {
  override readonly name = 'JobsAway';
}

/** No further try can succeed: the job becomes a dead letter at once. */
export class CannotSucceed extends Error {
  override readonly name = 'CannotSucceed';
}
