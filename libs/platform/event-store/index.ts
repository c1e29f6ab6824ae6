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
export { CommitBell, type HeadPoll } from './commit-bell.js';
export { follow, type LogFeed } from './follow.js';
export { holeAt, lastAtOrBefore, mustBeInstant, mustBePage, wholeRange, type StreamRange } from './reading.js';
export { AppendQueue } from './append-queue.js';
export { arrivalOf, mustFollowOn, type Arrival, type ArrivingRecord, type Standing } from './arrival.js';
export { parseRecord, type ParsedRecord } from './parsed-record.js';
export { copyLog, type CopyOptions, type LogCopy } from './copy-log.js';
