import ts from 'typescript';
import { type Rule } from './rule.js';
import { type Finding, nodes } from './source.js';

const vague = /(^|\/)(utils?|helpers?|common|misc|shared|stuff|services?|managers?|constants|interfaces|dtos?)(\/|\.[^/]*$)/;
const hollow = /^(Base|Abstract)[A-Z]|[a-z](Manager|Service|Impl|Helpers?|Utils?|Dto|DTO|Handler)$/;
const emptyEvents = /^[A-Z]\w*(Updated|Changed|Modified|Edited|Processed|StatusSet)$/;

/** American word, and the one we write. Only names that we choose ourselves are read, not those of a library. */
const spellings: Readonly<Record<string, string>> = {
  authorize: 'authorise', authorized: 'authorised', organize: 'organise', organization: 'organisation', organizations: 'organisations',
  program: 'programme', programs: 'programmes', color: 'colour', colors: 'colours', behavior: 'behaviour', center: 'centre',
  catalog: 'catalogue', canceled: 'cancelled', labeled: 'labelled', enroll: 'enrol', enrollment: 'enrolment', fulfill: 'fulfil',
  favor: 'favour', honor: 'honour', summarize: 'summarise', recognize: 'recognise', prioritize: 'prioritise',
};

const words = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/).map((word) => word.toLowerCase());

/** The name that a declaration gives to something. */
function declared(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node) || ts.isPropertySignature(node) ||
    ts.isMethodDeclaration(node) || ts.isEnumDeclaration(node);
  return isDeclaration && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

const isType = (node: ts.Node) => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

export const nameRules: readonly Rule[] = [
  {
    name: 'files and folders have a subject',
    instead: 'name it after what it is about (award, bank-holidays), or move it to the one who uses it',
    except: /^(?!apps\/|libs\/|test\/|infra\/)/,
    find: ({ path }) => (vague.test(path) ? [{ line: 1, found: vague.exec(path)?.[2] ?? path }] : []),
    refuses: [
      ['libs/kernel/utils/dates.ts', ''],
      ['libs/domain/awards/helpers.ts', ''],
      ['apps/server/common/page.ts', ''],
    ],
    accepts: [['libs/domain/support/expert.ts', '']],
  },
  {
    name: 'types have a subject',
    instead: 'say what it is (AwardRegister, not AwardManager): no Base, Manager, Service, Impl, Helper, Dto or Handler',
    find: (source) =>
      nodes(source, (node) => {
        const name = isType(node) ? declared(node) : undefined;
        return name !== undefined && hollow.test(name) ? name : undefined;
      }),
    refuses: [
      ['libs/a.ts', 'class AwardService {}'],
      ['libs/a.ts', 'interface BaseAward {}'],
      ['libs/a.ts', 'type StoreImpl = string;'],
    ],
    accepts: [['libs/a.ts', 'class Baseline {}']],
  },
  {
    name: 'events say what happened',
    instead: 'name the fact (MatchPledged, PaymentReturned): no Updated, Changed, Processed or StatusSet',
    except: /^(?!libs\/)/,
    find: (source) =>
      nodes(source, (node) => {
        const name = declared(node);
        return name !== undefined && emptyEvents.test(name) ? name : undefined;
      }),
    refuses: [
      ['libs/domain/awards/award.events.ts', 'export const AwardUpdated = event();'],
      ['libs/domain/awards/award.events.ts', 'export const AwardStatusSet = event();'],
    ],
    accepts: [['libs/domain/awards/award.events.ts', 'export const AwardApproved = event(); let isChanged;']],
  },
  {
    name: 'names are spelt as in Britain',
    instead: 'write authorise, organisation, programme, colour, catalogue, cancelled, enrol',
    except: /^infra\//, // what a computer runs is a program in Britain too
    find: (source): Finding[] =>
      nodes(source, (node) => {
        const name = declared(node);
        const word = name === undefined ? undefined : words(name).find((part) => part in spellings);
        return word === undefined ? undefined : `${name}" (write "${spellings[word]}`;
      }),
    refuses: [
      ['libs/a.ts', 'const organizationName = 1;'],
      ['libs/a.ts', 'function authorize() {}'],
      ['libs/a.ts', 'const program = 1;'],
    ],
    accepts: [['libs/a.ts', 'const programme = headers.authorization; const colour = { color: 1 };']],
  },
];
