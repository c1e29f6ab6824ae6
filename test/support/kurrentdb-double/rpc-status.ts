import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import rpc from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import errors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { Violation } from './stored-log.js';

type Trailers = Readonly<Record<string, string>>;

/** An error as gRPC sends it: a code, a text and trailers. */
export function refusal(code: status, details: string, trailers: Trailers = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const unavailable = (): ServiceError => refusal(status.UNAVAILABLE, 'Server Is Not Ready');
export const accessDenied = (): ServiceError => refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const invalid = (details: string): ServiceError => refusal(status.INVALID_ARGUMENT, details);

export const notLeader = (port: number): ServiceError =>
  refusal(status.NOT_FOUND, 'Leader info available', { exception: 'not-leader', 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(port) });

/** The second version of the protocol puts what went wrong into the trailer grpc-status-details-bin. */
export function violated(violations: readonly Violation[]): ServiceError {
  const details = new errors.AppendConsistencyViolationErrorDetails();
  for (const { index, stream, expected, actual } of violations) {
    const state = new errors.ConsistencyViolation.StreamStateViolation();
    state.setStream(stream).setActualState(String(actual)).setExpectedState(String(expected === 'any' ? -2 : expected === 'exists' ? -4 : expected));
    details.addViolations(new errors.ConsistencyViolation().setCheckIndex(index).setStreamState(state));
  }
  return withDetails(status.FAILED_PRECONDITION, 'AppendConsistencyViolationErrorDetails', details.serializeBinary());
}

export function tooLarge(size: number, maximum: number): ServiceError {
  const details = new errors.AppendTransactionSizeExceededErrorDetails().setSize(size).setMaxSize(maximum);
  return withDetails(status.ABORTED, 'AppendTransactionSizeExceededErrorDetails', details.serializeBinary());
}

function withDetails(code: status, name: string, value: Uint8Array): ServiceError {
  const packed = new any.Any();
  packed.pack(value, `kurrentdb.protocol.v2.streams.errors.${name}`);
  const message = new rpc.Status().setDetails(packed);
  const refused = refusal(code, 'The append was refused');
  refused.metadata.set('grpc-status-details-bin', Buffer.from(message.serializeBinary()));
  return refused;
}
