import { existsSync } from 'node:fs';
import { systemClock } from '#platform/event-store';
import { fileOf, schemeOf, shown } from '#platform/installation';
import { copyFiles, keptFilesAt, type FilesCopy } from '#platform/kept-files';
import type { Cli } from './cli-command.js';
import { red } from './terminal.js';

/** Whether files were ever kept at an address: a file that is not there holds none, and looking makes none. */
const areThere = (address: string): boolean => schemeOf(address) !== 'sqlite' || existsSync(fileOf(address));

/** Takes files along from one address to another, and leaves what is there as it is. */
export async function filesCopied(from: string, to: string): Promise<FilesCopy> {
  if (from === to || !areThere(from)) return { copied: 0, there: 0, bytes: 0, altered: [] };
  const [source, target] = [keptFilesAt({ address: from, clock: systemClock }), keptFilesAt({ address: to, clock: systemClock })];
  try {
    return await copyFiles(source, target);
  } finally {
    await source.close();
    await target.close();
  }
}

/** What became of the files, each altered one by name; nothing where there are none. */
export function filesInWords(cli: Cli, to: string, { copied, there, bytes, altered }: FilesCopy): readonly string[] {
  const lines = altered.map((digest) => red(cli.terminal, `  the file ${digest} is not as it was sent, and was not copied: see tally check`));
  return copied + there + altered.length === 0
    ? []
    : [`${copied} files copied to ${shown(to)}, ${there} were there: ${bytes.toLocaleString('en-GB')} bytes, each read and compared with its digest`, ...lines];
}
