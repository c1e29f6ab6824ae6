import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findPostgres } from './servers/postgres-programs.js';

interface Service {
  /** Where the program is, if it is here. */
  readonly find: () => string | undefined;
  readonly advice: string;
}

const firstOf = (...paths: (string | undefined)[]) => paths.find((path) => path !== undefined && existsSync(path));

/** Programs that a suite needs and that no package brings. The gate installs them; a user's machine may lack them. */
const services = {
  chromium: {
    find: () =>
      firstOf(
        process.env['CHROMIUM_PATH'],
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ),
    advice: 'install chromium (apt-get install chromium) or set CHROMIUM_PATH',
  },
  curl: { find: () => firstOf('/usr/bin/curl', '/bin/curl', '/opt/homebrew/bin/curl'), advice: 'install curl (apt-get install curl)' },
  compose: {
    find: () =>
      firstOf(
        process.env['COMPOSE_PATH'],
        '/usr/bin/docker-compose',
        '/usr/local/bin/docker-compose',
        // The plugin of today's Docker runs by itself, too.
        '/usr/libexec/docker/cli-plugins/docker-compose',
        '/usr/local/lib/docker/cli-plugins/docker-compose',
        '/usr/lib/docker/cli-plugins/docker-compose',
        '/Applications/Docker.app/Contents/Resources/cli-plugins/docker-compose',
      ),
    advice: 'install docker-compose (apt-get install docker-compose) or set COMPOSE_PATH',
  },
  kubectl: { find: () => firstOf(process.env['KUBECTL_PATH'], '/usr/bin/kubectl', '/usr/local/bin/kubectl', '/opt/homebrew/bin/kubectl'), advice: 'install kubectl (apt-get install kubernetes-client) or set KUBECTL_PATH' },
  promtool: { find: () => firstOf(process.env['PROMTOOL_PATH'], '/usr/bin/promtool', '/usr/local/bin/promtool', '/opt/homebrew/bin/promtool'), advice: 'install promtool (apt-get install prometheus) or set PROMTOOL_PATH' },
  redis: {
    find: () => firstOf(process.env['REDIS_SERVER_PATH'], '/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'),
    advice: 'install redis-server (apt-get install redis-server) or set REDIS_SERVER_PATH',
  },
  kurrentdb: { find: () => firstOf(fileURLToPath(new URL('../../node_modules/@kurrent/kurrentdb-client', import.meta.url))), advice: 'install @kurrent/kurrentdb-client, an optional dependency (npm ci without --omit=optional)' },
  postgres: { find: findPostgres, advice: 'install postgresql (apt-get install postgresql) or set POSTGRES_BIN to the folder of its programs' },
} satisfies Record<string, Service>;

export type ServiceName = keyof typeof services;

/** The program's path. Call it inside a suite that requireService allowed. */
export function pathOf(name: ServiceName): string {
  const path = services[name].find();
  if (path === undefined) throw new Error(`${name} is not here: ${services[name].advice}`);
  return path;
}

/**
 * `requireService('chromium')('an officer approves an award', () => { ... })` is `describe`, if the service is here.
 * On a user's machine the suite is skipped, and its title says why; in CI it fails, so that nothing is quietly not run.
 */
export function requireService(name: ServiceName): (title: string, suite: () => void) => void {
  if (services[name].find() !== undefined) return describe;
  const reason = `${name} is not here: ${services[name].advice}`;
  if (process.env['CI'] === 'true') {
    return (title) => describe(title, () => it(`needs ${name}`, () => expect(reason).toBeUndefined()));
  }
  return (title, suite) => describe.skip(`${title} (${reason})`, suite);
}
