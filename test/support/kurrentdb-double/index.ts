/**
 * A double of a KurrentDB server, for tests only. It speaks the real wire protocol to the real client, native part included, but
 * what it does is OUR reading of how the server behaves: it proves the adapter against that reading and nothing more. The
 * acceptance is the same suite against a real server (KURRENTDB_URL). It keeps records in memory, knows one node, and lets
 * everybody in.
 */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import first from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import second from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb.js';
import { appendRecords } from './append-records.js';
import { InjectedFaults } from './injected-faults.js';
import { Reading } from './reading.js';
import { StoredLog } from './stored-log.js';
import { Subscriptions } from './subscriptions.js';
import { supportedMethods } from './supported-methods.js';

export interface DoubleOptions {
  /** What it says it is. */
  readonly version?: string;
  /** How much one append may hold. */
  readonly maximumAppendBytes?: number;
  /** Whether it sees that an append is the same as before and answers as before; else it says that the checks do not hold. */
  readonly knowsRepeats?: boolean;
}

export class KurrentDouble {
  readonly #options: Required<DoubleOptions>;
  readonly log: StoredLog;
  readonly subscriptions: Subscriptions;
  readonly faults: InjectedFaults;
  readonly reading: Reading;
  #server: Server | undefined;
  port = 0;

  private constructor({ version = '26.1.0', maximumAppendBytes = 256 * 1024 * 1024, knowsRepeats = true }: DoubleOptions) {
    this.#options = { version, maximumAppendBytes, knowsRepeats };
    this.log = new StoredLog(knowsRepeats);
    this.subscriptions = new Subscriptions(this.log);
    this.faults = new InjectedFaults(() => this.cut(), () => this.port);
    this.reading = new Reading(this.log, this.faults, this.subscriptions);
  }

  static async start(options: DoubleOptions = {}): Promise<KurrentDouble> {
    const double = new KurrentDouble(options);
    await double.listen();
    return double;
  }

  /** The address of a log on it. The native part of the client waits for the interval before it connects, half a second unless told. */
  address(log = 'tallystick'): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false&discoveryInterval=5&log=${log}`;
  }

  /** On the port that it had before, if it had one. */
  async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(features.ServerFeaturesService, { getSupportedMethods: supportedMethods(this.#options.version) });
    server.addService(second.StreamsServiceService, { appendRecords: appendRecords(this.log, this.faults, this.#options.maximumAppendBytes) });
    server.addService(first.StreamsService, { read: this.reading.handle });
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
    });
    this.#server = server;
  }

  /** Every connection is lost; new ones are taken. */
  cut(): void {
    this.#server?.drain(`127.0.0.1:${this.port}`, 0);
  }

  /** At once, as a crash is. What was appended is kept. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
  }
}
