import ts from 'typescript';
import { type Rule } from './rule.js';
import { matches, nodes, type Source } from './source.js';

const inCode = (pattern: RegExp) => (source: Source) => (source.isCode ? matches(source.code, pattern) : []);
const inText = (pattern: RegExp) => (source: Source) => matches(source.text, pattern);
const rules = /^test\/architecture\//;

/** Where the wall clock may be read: the clock itself, the edge of each app, the tools around the tests. */
const clocks = /^libs\/platform\/[^/]+\/clock[^/]*\.ts$|^apps\/[^/]+\/(main|clock)[^/]*\.ts$|^test\/(bench|support|faults|journeys)\/|^infra\//;

export const wordRules: readonly Rule[] = [
  {
    name: 'work is finished or written in an issue',
    instead: 'finish it, or open an issue and delete the note',
    except: rules,
    find: inText(/\b(TODO|FIXME|XXX|HACK)\b/g),
    refuses: [['libs/a.ts', '// TODO later']],
    accepts: [['libs/a.ts', 'const todoList = 1;']],
  },
  {
    name: 'only the clock reads the clock',
    instead: 'receive the instant from the clock port, or the business date from the command',
    except: clocks,
    find: inCode(/\bnew Date\(\s*\)|\bDate\.now\b/g),
    refuses: [
      ['libs/domain/awards/a.ts', 'const on = new Date();'],
      ['libs/platform/engine/a.ts', 'const at = Date.now();'],
    ],
    accepts: [
      ['libs/domain/awards/a.ts', 'const on = new Date(text); // not new Date()'],
      ['libs/platform/engine/clock.ts', 'const at = Date.now();'],
    ],
  },
  {
    name: 'nothing is left to chance',
    instead: 'use node:crypto at the edge, or a seeded generator in a test',
    find: inCode(/\bMath\.random\b/g),
    refuses: [['test/a.spec.ts', 'const x = Math.random();']],
    accepts: [['test/a.spec.ts', "const x = 'Math.random';"]],
  },
  {
    name: 'nothing is any',
    instead: 'name the type, or use unknown and look',
    find: (source) => nodes(source, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined)),
    refuses: [
      ['libs/a.ts', 'const x = y as any;'],
      ['libs/a.ts', 'function f(x: any[]) {}'],
    ],
    accepts: [['libs/a.ts', "const any = 'any';"]],
  },
  {
    name: 'the compiler and the linter are never silenced',
    instead: 'make it compile; a line that must not compile belongs in a *.types.spec.ts with @ts-expect-error',
    except: rules,
    find: (source) => [
      ...inText(/@ts-(ignore|nocheck)|eslint-disable/g)(source),
      ...(source.path.endsWith('.types.spec.ts') || !source.isCode ? [] : inText(/@ts-expect-error/g)(source)),
    ],
    refuses: [
      ['libs/a.ts', '// @ts-ignore'],
      ['libs/a.ts', '// @ts-expect-error'],
      ['libs/a.ts', '/* eslint-disable */'],
    ],
    accepts: [['libs/a.types.spec.ts', '// @ts-expect-error an event without an amount']],
  },
  {
    name: 'every test runs',
    instead: 'delete the test, repair it, or ask for its service with requireService',
    except: /^test\/support\/require-service\.ts$/,
    find: inCode(/\.(only|skip|todo)\b(?=\s*[(.])|\b(fit|xit|fdescribe|xdescribe)\(/g),
    refuses: [
      ['libs/a.spec.ts', "it.only('x', run);"],
      ['libs/a.spec.ts', "describe.skip('x', run);"],
      ['libs/a.spec.ts', "xit('x', run);"],
    ],
    accepts: [['libs/a.spec.ts', "it('outfit()', run); // .only("]],
  },
  {
    name: 'nothing is caught in order to carry on',
    instead: 'let it fail, or decide what the failure means and say so',
    find: (source) => [
      ...nodes(source, (node) => (ts.isCatchClause(node) && node.block.statements.length === 0 ? 'catch {}' : undefined)),
      ...inCode(/\.catch\(\s*\(\s*\w*\s*\)\s*=>\s*(\{\s*\}|undefined|null|void 0)\s*\)/g)(source),
    ],
    refuses: [
      ['libs/a.ts', 'try { run(); } catch { /* never mind */ }'],
      ['libs/a.ts', 'run().catch(() => {});'],
    ],
    accepts: [['libs/a.ts', 'try { run(); } catch (problem) { throw new Trouble(problem); }']],
  },
  {
    name: 'no file knows the machine it was written on',
    instead: 'use a path from the repository, os.tmpdir() or a setting; name no registry',
    except: rules,
    find: inText(/(?<![\w.~-])\/(work|home|root|Users|tmp)\/[\w.-]*|\bC:\\\\|https?:\/\/[^\s/'"]*(registry|artifactory|nexus)[^\s'"]*/g),
    refuses: [
      ['docs/a.md', 'see /home/someone/README.md'],
      ['libs/a.ts', "const folder = '/tmp/x';"],
      ['docs/a.md', 'from https://registry.example.org/x'],
    ],
    accepts: [['docs/a.md', 'see docs/work/plan.md and https://example.org/home/page']],
  },
];
