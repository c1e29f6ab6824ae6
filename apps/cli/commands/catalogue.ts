import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { catalogueOf } from '#platform/engine';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { declarations } from '../declarations.js';
import { exitCodes } from '../exit-codes.js';

/** `tally catalogue`: every command, event and permission, written from the declarations. */
export const catalogueCommand = (cli: Cli): Command =>
  taught(cli, 'catalogue', {
    summary: 'Write the catalogue of commands, events and permissions from the declarations.',
    more: 'It is committed, so that a change of a stored shape or a permission shows in review. The log is not touched.',
    examples: ['tally catalogue', 'tally catalogue --check'],
  })
    .option('--to <folder>', 'where to write it', 'docs/catalogue')
    .option('--check', 'write nothing; exit 1 when a page differs from the declarations')
    .action((options: Everywhere & { readonly to: string; readonly check?: boolean }) => {
      const pages = Object.entries(catalogueOf(declarations.commands, declarations.streams));
      const stands = ([file, words]: readonly [string, string]): boolean => existsSync(join(options.to, file)) && readFileSync(join(options.to, file), 'utf8') === words;
      const differ = pages.filter((page) => !stands(page)).map(([file]) => file);
      const written = options.check !== true;
      if (written) {
        mkdirSync(options.to, { recursive: true });
        for (const [file, words] of pages) writeFileSync(join(options.to, file), words);
      }
      const verb = written ? 'written' : 'differ from the declarations; run: tally catalogue';
      const text = differ.length === 0 ? 'The catalogue says what the declarations say' : `${differ.join(', ')} ${verb}`;
      tell(cli, options, { json: { outcome: differ.length === 0 ? 'same' : written ? 'written' : 'differs', pages: differ }, text, exit: differ.length > 0 && !written ? exitCodes.refused : exitCodes.done });
    });
