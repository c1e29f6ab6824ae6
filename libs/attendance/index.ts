/** What Tallystick is made of, gathered, and what it does without a person asking: duties, checks, backups, long exports. */
export { declarations } from './declarations.js';
export { examine, type Examination } from './examination/examine.js';
export { openBackroom, type Backroom } from './open-backroom.js';
export { readAttendanceSettings, UnusableAttendance, type AttendanceSettings } from './settings.js';
export { alarmsOf, type AlarmsAbout } from './alarms.js';
export { askableKinds, askedNow } from './asked-now.js';
export { upkeepOn, type Upkeep } from './upkeep.js';
export { isLive, viewInWords } from './view-in-words.js';
export { exportKeptDays, exportName, exportOf, markAt, type ExportAsked } from './jobs/export-journal.js';
export { exportKind, jobKinds, rebuildKind } from './jobs/kinds.js';
