import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { declarations } from '#attendance';
import { shippedRoles } from '#domain/people';
import { catalogueOf } from '#platform/engine';
import { breaksBetween, openApiText } from '#platform/openapi';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';

const apiDocument = 'openapi.json';

/** `tally catalogue`: every command, event and permission and the API, written from the declarations. */
export const catalogueCommand = (cli: Cli): Command =>
  taught(cli, 'catalogue', {
    summary: 'Write the catalogue of commands, events, permissions and the API from the declarations.',
    more: 'It is committed, so that a change of a stored shape or a permission shows in review. The log is not touched.',
    examples: ['tally catalogue', 'tally catalogue --check'],
  })
    .option('--to <folder>', 'where to write it', 'docs/catalogue')
    .option('--check', 'write nothing; exit 1 when a page differs from the declarations')
    .action((options: Everywhere & { readonly to: string; readonly check?: boolean }) => {
      const api = openApiText(declarations.commands, declarations.questions);
      const pages = Object.entries({ ...catalogueOf(declarations.commands, declarations.streams, shippedRoles), [apiDocument]: api });
      const stands = ([file, words]: readonly [string, string]): boolean => existsSync(join(options.to, file)) && readFileSync(join(options.to, file), 'utf8') === words;
      const differ = pages.filter((page) => !stands(page)).map(([file]) => file);
      const written = options.check !== true;
      if (written) {
        mustNotBreak(join(options.to, apiDocument), api);
        mkdirSync(options.to, { recursive: true });
        for (const [file, words] of pages) writeFileSync(join(options.to, file), words);
      }
      const verb = written ? 'written' : 'differ from the declarations; run: tally catalogue';
      const text = differ.length === 0 ? 'The catalogue says what the declarations say' : `${differ.join(', ')} ${verb}`;
      tell(cli, options, { json: { outcome: differ.length === 0 ? 'same' : written ? 'written' : 'differs', pages: differ }, text, exit: differ.length > 0 && !written ? exitCodes.refused : exitCodes.done });
    });

/** What programs rely on is not taken away by writing a catalogue: the version is raised first, and the changelog says why. */
function mustNotBreak(committed: string, api: string): void {
  const breaks = existsSync(committed) ? breaksBetween(readFileSync(committed, 'utf8'), api) : [];
  if (breaks.length === 0) return;
  const advice = 'Keep it and mark it as deprecated, or raise apiVersion and say so in docs/api.md';
  throw new Complaint(exitCodes.refused, `This would break whoever calls the API:\n${breaks.map((each) => `  ${each}`).join('\n')}\n${advice}`);
}
