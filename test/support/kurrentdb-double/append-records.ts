import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import pb, {
  type AppendRecord, type AppendRecordsRequest, type AppendRecordsResponse,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import type { InjectedFaults } from './injected-faults.js';
import { invalid, tooLarge, violated } from './rpc-status.js';
import type { ProposedRecord, StoredLog, StreamCheck } from './stored-log.js';

type Call = ServerUnaryCall<AppendRecordsRequest, AppendRecordsResponse>;
type Answer = sendUnaryData<AppendRecordsResponse>;

/** AppendRecords of the second version of the protocol: many streams, one transaction, checks on any stream. */
export function appendRecords(log: StoredLog, faults: InjectedFaults, maximumBytes: number): handleUnaryCall<AppendRecordsRequest, AppendRecordsResponse> {
  const carryOut = (call: Call, answer: Answer): void => {
    const records = call.request.getRecordsList().map(proposed);
    const checks = call.request.getChecksList().map((check): StreamCheck => {
      const state = check.getStreamState();
      const expected = Number(state?.getExpectedState());
      return { stream: state?.getStream() ?? '', expected: expected === -2 ? 'any' : expected === -4 ? 'exists' : expected };
    });
    if (records.length === 0) return answer(invalid('Append records request must contain at least one record.'));
    if (checks.some(({ expected }) => expected === 'any')) return answer(invalid('A check cannot expect anything'));
    const checked = new Set(checks.map(({ stream }) => stream.toLowerCase()));
    if (checked.size < checks.length) return answer(invalid('Each stream can only appear once in consistency checks.'));
    const bytes = records.reduce((sum, { data, properties, type }) => sum + data.length + JSON.stringify(properties).length + type.length, 0);
    if (bytes > maximumBytes) return answer(tooLarge(bytes, maximumBytes));

    const result = log.append(records, checks);
    if (result.outcome === 'violated') return answer(violated(result.violations));
    const response = new pb.AppendRecordsResponse().setPosition(String(result.place));
    for (const [stream, revision] of result.revisions) response.addRevisions(new pb.StreamRevision().setStream(stream).setRevision(String(revision)));
    answer(null, response);
  };
  return (call, answer) => faults.around('append', { proceed: (last) => carryOut(call, last), fail: answer, answer });
}

function proposed(record: AppendRecord): ProposedRecord {
  const properties: Record<string, string> = {};
  record.getPropertiesMap().forEach((value, name) => (properties[name] = value.getStringValue()));
  const isJson = record.getSchema()?.getFormat() === pb.SchemaFormat.SCHEMA_FORMAT_JSON;
  if (!isJson) properties['$schema.format'] = 'Bytes';
  return { stream: record.getStream(), id: record.getRecordId() ?? '', type: record.getSchema()?.getName() ?? '', isJson, data: record.getData_asU8(), properties };
}
