/** A worker as `npm run work` starts it, on our sources as they stand: `worker.ts <environment as JSON>`. It says a line when it has begun. */
import { writeSync } from 'node:fs';
import { readWorkerSettings } from '../../apps/worker/settings.js';
import { work } from '../../apps/worker/work.js';

const [environment = '{}'] = process.argv.slice(2);
const { stop } = await work(readWorkerSettings(JSON.parse(environment) as Record<string, string>), 'tested');
writeSync(1, `${JSON.stringify({ began: true })}\n`);
process.once('SIGTERM', () => void stop().then(() => process.exit(0), () => process.exit(1)));
