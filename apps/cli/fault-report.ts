import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { StoreFault } from '#platform/event-store';
import { ForeignViews, ViewUnavailable } from '#platform/view-store';
import { Complaint } from './complaint.js';
import { exitCodes } from './exit-codes.js';

/** What the file system says no with, and what to do about it. */
const fileTrouble: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read or written by this user',
  EPERM: 'it may not be read or written by this user',
  EROFS: 'it is on a disk that cannot be written',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is a file, where a folder is needed',
  EEXIST: 'it is a file, where a folder is needed',
  EISDIR: 'it is a folder, where a file is needed',
  ENOSPC: 'the disk is full',
};

/** Every way to end badly as a complaint: words and an exit code. Only a bug keeps its stack, in a file. */
export function complaintOf(fault: unknown): Complaint {
  if (fault instanceof Complaint) return fault;
  if (fault instanceof CommanderError) return new Complaint(exitCodes.badInput, `${fault.message.replace(/^error: /, '').replace(/\n\((.*)\)$/, '. $1')}. Help: tally ${fault.code === 'commander.unknownCommand' ? '--help' : 'help <command>'}`.replace('?.', '?'));
  if (fault instanceof StoreFault) return new Complaint(exitCodes.storeOutOfReach, fault.message, { fault: fault.kind });
  if (fault instanceof ForeignViews || fault instanceof ViewUnavailable) return new Complaint(exitCodes.refused, fault.message);
  const { code, path } = fault as NodeJS.ErrnoException;
  const trouble = code === undefined ? undefined : fileTrouble[code];
  if (trouble !== undefined && path !== undefined) return new Complaint(exitCodes.storeOutOfReach, `${path}: ${trouble}`);
  return bug(fault);
}

function bug(fault: unknown): Complaint {
  const reference = randomUUID().slice(0, 8);
  const details = join(tmpdir(), `tally-${reference}.txt`);
  writeFileSync(details, `${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`, { mode: 0o600 });
  return new Complaint(exitCodes.bug, `This is a mistake of Tallystick, not yours. Its reference is ${reference} and the details are in ${details}. Please report both`, { reference, file: details });
}
