import { processTerminal } from './terminal.js';
import { tally } from './tally.js';

const { TALLYSTICK_DATA, EVENT_STORE_URL, VIEW_STORE_URL, REDIS_URL, TALLYSTICK_URL: pages } = process.env;
process.exitCode = await tally(process.argv.slice(2), processTerminal(process), { folder: TALLYSTICK_DATA ?? 'data', settings: { EVENT_STORE_URL, VIEW_STORE_URL, REDIS_URL }, ...(pages ? { pages } : {}) });
