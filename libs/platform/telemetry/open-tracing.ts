import { inTime } from './in-time.js';
import { UnusableSetting } from './operations-settings.js';
import { noTracing, type Tracing } from './tracing.js';

/** The names that OpenTelemetry gave to these settings. */
export interface TracingSettings {
  /** Where a collector takes OTLP over HTTP, as in http://collector:4318. Without it nothing is traced, and nothing is loaded. */
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  /** The part of all traces that is drawn, from 0 to 1; all when left out. */
  readonly OTEL_TRACES_SAMPLER_ARG?: string | undefined;
}

/** How long closing waits for a collector. */
const patienceMilliseconds = 2_000;

/**
 * Opens what traces are sent with. A collector that is away loses traces and holds up nothing. Throws UnusableSetting.
 */
export async function openTracing(part: 'server' | 'worker', settings: TracingSettings, version: string): Promise<Tracing> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || endpoint === '') return noTracing;
  const drawn = Number(settings.OTEL_TRACES_SAMPLER_ARG ?? 1);
  if (!(drawn >= 0 && drawn <= 1)) throw new UnusableSetting(`OTEL_TRACES_SAMPLER_ARG is "${settings.OTEL_TRACES_SAMPLER_ARG}". Write the part of all traces to keep, from 0 to 1, like 0.1`);
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const { Spans } = await import('./spans.js');
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: patienceMilliseconds });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `tallystick-${part}`, 'service.version': version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(drawn) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000, exportTimeoutMillis: patienceMilliseconds })],
  });
  // A collector that is away at the end keeps nobody from leaving: what it did not take is lost, as it was before.
  return new Spans(provider.getTracer('tallystick', version), async () => void (await inTime(patienceMilliseconds, () => provider.shutdown())));
}
