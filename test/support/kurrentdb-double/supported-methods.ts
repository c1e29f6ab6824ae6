import type { handleUnaryCall } from '@grpc/grpc-js';
import pb, { type SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';

const streams = 'event_store.client.streams.streams';
const streamsOfSecond = 'kurrentdb.protocol.v2.streams.streamsservice';

/** What a server of a version (26.1.0) can do, as far as the client asks. */
export function supportedMethods(version: string): handleUnaryCall<Empty, SupportedMethods> {
  const [year = 0, release = 0] = version.split('.').map(Number);
  const since = (from: number): boolean => year + release / 10 >= from;
  const methods: readonly (readonly [service: string, method: string, features?: readonly string[]])[] = [
    [streams, 'read', ['position', 'events']],
    [streams, 'append'],
    ...(since(25.1) ? ([[streamsOfSecond, 'appendsession']] as const) : []),
    ...(since(26.1) ? ([[streamsOfSecond, 'appendrecords']] as const) : []),
  ];
  return (_, answer) => {
    const answered = new pb.SupportedMethods().setEventStoreServerVersion(version);
    for (const [service, method, features = []] of methods) {
      answered.addMethods(new pb.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList([...features]));
    }
    answer(null, answered);
  };
}
