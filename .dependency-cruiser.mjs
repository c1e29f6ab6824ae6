/**
 * Who may know whom (house rules, section 4). Deny by default: each rule names one room and lists everything that room
 * may import; what is not listed is refused. `#name` imports are resolved to their sources, see tsconfig.boundaries.json.
 */
const spec = '\\.spec\\.ts$|/testing/|\\.fixture\\.ts$';
/** npm packages, found or not. */
const packages = (/** @type {string[]} */ ...names) => names.map((name) => `(^|node_modules/)${name}(/|$)`);
const inKernel = ['^libs/kernel/'];
/** What stands for a room: its index, and nothing behind it. `#name` imports may resolve to built files. */
const face = (/** @type {string} */ room) => `^(dist/)?libs/${room}/index\\.(ts|js)$`;
const anyDomain = [face('domain'), face('domain/[^/]+')];
const anyView = [face('views'), face('views/[^/]+')];
const anyPlatform = [face('platform/[^/]+')];
const testing = ['^libs/.+/testing/', ...packages('fast-check', '@jest/globals')];

/**
 * @param {string} name
 * @param {string} comment
 * @param {string | { path: string, pathNot?: string }} from
 * @param {string[]} may
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const only = (name, comment, from, may) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, pathNot: spec } : from,
  to: { pathNot: may },
});

/** Contexts in their order: each may import the face of those before it (decision 0203). */
const contexts = ['limits', 'organisations', 'people', 'programmes', 'applications', 'decisions', 'assessments', 'awards', 'support', 'delivery', 'match-funding', 'payments', 'funding', 'monitoring', 'savings'];
const before = (/** @type {string} */ context) => contexts.slice(0, contexts.indexOf(context));
const domainMay = (/** @type {string} */ context) => [...inKernel, `^libs/domain/${context}/`, ...before(context).map((each) => face(`domain/${each}`)), ...packages('class-validator')];
const workflowsMay = [...inKernel, '^libs/workflows/', ...anyDomain];
const viewsMay = [...inKernel, '^libs/views/', ...anyDomain, ...packages('kysely')];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file, or one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that leads nowhere compiles only by luck.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^#' },
    },
    {
      name: 'packages-are-declared',
      comment: 'What runs for users comes from "dependencies"; a package that happens to be installed may go away.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-file-has-a-room',
      comment: 'A file lives in apps/<app>, libs/kernel, libs/domain/<context>, libs/workflows, libs/views, libs/attendance or libs/platform/<port>.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/[^/]+/|^libs/(kernel|workflows|views|attendance)/|^libs/domain/(index\\.ts$|[^/]+/)|^libs/platform/[^/]+/' },
      to: {},
    },
    only('kernel-knows-only-itself', 'The kernel is the language of the rules; it stands on nothing but small, pure packages.', '^libs/kernel/', [
      ...inKernel,
      ...packages('class-validator', 'class-transformer', 'reflect-metadata', 'canonicalize', 'uuid'),
    ]),
    ...contexts.map((context) =>
      only(
        'contexts-do-not-meet',
        'A context imports the kernel, itself and the faces of contexts before it in the order of decision 0203; the rest flows back through events and workflows. No Nest, no input or output.',
        `^libs/domain/${context}/`,
        domainMay(context),
      ),
    ),
    only('contexts-have-an-order', 'A new context takes its place in the list of contexts at the top of this file (decision 0203).', `^libs/domain/(?!(${contexts.join('|')})/)[^/]+/`, []),
    only('the-domain-index-only-gathers', 'libs/domain/index.ts re-exports the faces of the contexts and does nothing else.', '^libs/domain/index\\.ts$', [
      ...inKernel,
      ...anyDomain,
    ]),
    only('workflows-are-pure', 'A workflow turns events into commands: it imports the kernel and the faces of contexts, no Nest, no clock, no client.', '^libs/workflows/', workflowsMay),
    only('views-read-events', 'A view imports the kernel, the faces of contexts and Kysely\'s query builder: no driver, no Nest, no platform.', '^libs/views/', viewsMay),
    {
      name: 'views-issue-no-commands',
      comment: 'A view reads events and ids. It never imports a command, not even through a context\'s own files.',
      severity: 'error',
      from: { path: '^libs/views/', pathNot: spec },
      to: { path: '^libs/domain/.+/commands/' },
    },
    {
      name: 'platform-knows-no-rules',
      comment: 'An adapter imports the kernel, itself, the faces of other ports, packages and Node; never a context, a view, a workflow or an app.',
      severity: 'error',
      from: { path: '^libs/platform/([^/]+)/', pathNot: spec },
      to: {
        path: '^#|^(dist/)?(libs|apps|test|infra)/',
        pathNot: [...inKernel, '^libs/platform/$1/', ...anyPlatform],
      },
    },
    {
      name: 'attendance-uses-faces',
      comment: 'What is done without a person asking stands above everything that is declared, as an app does: it imports its own files and the index of a library, and never an app.',
      severity: 'error',
      from: { path: '^libs/attendance/', pathNot: spec },
      to: { path: '^#|^(dist/)?(libs|apps|test|infra)/', pathNot: ['^libs/attendance/', ...inKernel, ...anyDomain, ...anyView, ...anyPlatform, face('workflows')] },
    },
    {
      name: 'apps-use-faces',
      comment: 'An app imports its own files and the index of a library, never what is behind it, and never another app.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: spec },
      to: {
        path: '^#|^(dist/)?(libs|apps|test|infra)/',
        pathNot: ['^apps/$1/', ...inKernel, ...anyDomain, ...anyView, ...anyPlatform, face('workflows'), face('attendance')],
      },
    },
    ...contexts.map((context) =>
      only('specs-stay-in-their-room', 'A spec of a context may use what the context uses, and the testing language beside the rules.', { path: `^libs/domain/${context}/.+\\.spec\\.ts$` }, [
        ...domainMay(context),
        ...testing,
      ]),
    ),
    only('kernel-specs-stay-pure', 'A spec of the kernel uses the kernel and its testing language.', { path: '^libs/kernel/.*(\\.spec\\.ts$|/testing/)' }, [
      ...inKernel,
      ...testing,
      ...packages('class-validator', 'reflect-metadata'),
      '^(node:)?(assert|util|fs|path)(/|$)',
    ]),
    {
      name: 'nobody-imports-tests',
      comment: 'What runs for users never imports a spec, a test folder or a testing language.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { path: ['\\.spec\\.ts$', '^test/', '/testing/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.runtime)/.+\\.map$' },
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
};
