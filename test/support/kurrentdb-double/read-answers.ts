import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import pb, { type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import time from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { DoubleRecord } from './stored-log.js';

const identifier = (stream: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

/** A record as the first version of the protocol sends it; properties of the second come as metadata in JSON. */
export function eventAnswer({ stream, revision, place, id, type, isJson, data, properties }: DoubleRecord): ReadResp {
  const recorded = new pb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(identifier(stream))
    .setStreamRevision(String(revision))
    .setPreparePosition(String(place))
    .setCommitPosition(String(place))
    .setCustomMetadata(Buffer.from(JSON.stringify(properties)).toString('base64'))
    .setData(data);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', type).set('created', '16000000000000000').set('content-type', isJson ? 'application/json' : 'application/octet-stream');
  return new pb.ReadResp().setEvent(new pb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(place)));
}

export const notFoundAnswer = (stream: string): ReadResp => new pb.ReadResp().setStreamNotFound(new pb.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)));

export const confirmedAnswer = (id: string): ReadResp => new pb.ReadResp().setConfirmation(new pb.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const checkpointAnswer = (place: bigint): ReadResp =>
  new pb.ReadResp().setCheckpoint(new pb.ReadResp.Checkpoint().setCommitPosition(String(place)).setPreparePosition(String(place)));

export function caughtUpAnswer(place: bigint): ReadResp {
  const position = new pb.ReadResp.Position().setCommitPosition(String(place)).setPreparePosition(String(place));
  return new pb.ReadResp().setCaughtUp(new pb.ReadResp.CaughtUp().setTimestamp(new time.Timestamp().setSeconds(1_600_000_000)).setPosition(position));
}
