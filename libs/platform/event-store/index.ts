/** The event log: port, stored record, and what every adapter shares. */
export * from './port.js';
export { canonicalJson } from './canonical.js';
export { systemClock, isInstant, type Clock } from './clock.js';
export { createCodec, plainCodec, type Codec, type Upcast } from './codec.js';
export { openGenesis, readGenesis, type Genesis, type LogKind } from './genesis.js';
export { limits } from './limits.js';
export { prepare, type PreparedAppend, type PreparedEvent, type PreparedExpectation } from './prepare.js';
export { completeRecord, leafOf, type RecordParts } from './record.js';
export { categoryOf, isStreamName } from './stream-name.js';
export { storeOver } from './store-over.js';
export { type LogReader, type LogWriter, type PageAsked, type PageFound, type RecordAt } from './log-parts.js';
export { inGroups, type GroupWriter } from './in-groups.js';
export { CommitBell } from './commit-bell.js';
export { holeAt, lastAtOrBefore, type StreamRange } from './reading.js';
export { mustFollowOn, type Arrival, type ArrivingRecord, type Standing } from './arrival.js';
export { parseRecord, type ParsedRecord } from './parsed-record.js';
export { copyLog, type CopyOptions, type LogCopy } from './copy-log.js';
