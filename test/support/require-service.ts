import { existsSync } from 'node:fs';

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
