// `npm run campaign:outages` comes here. The campaign is TypeScript and runs as the sources stand, in a process of its own: whatever
// becomes of that, what it left on this machine is taken away.
import { inRepository } from '../../infra/bootstrap/places.js';
import { inOwnFolder } from '../../infra/ci/own-folder.js';

const [runner, campaign] = [inRepository('test/support/run-decorated.mjs'), inRepository('test/campaigns/outages/campaign.ts')];
process.exitCode = await inOwnFolder(['--disable-warning=ExperimentalWarning', '--import', runner, campaign, ...process.argv.slice(2)]);
