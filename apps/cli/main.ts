import { processTerminal } from './terminal.js';
import { tally } from './tally.js';

process.exitCode = await tally(process.argv.slice(2), processTerminal(process), process.env['TALLYSTICK_DATA'] ?? 'data');
