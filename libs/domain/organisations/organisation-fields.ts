import { choice } from '#kernel';

const types = {
  district: 'district council',
  county: 'county council',
  unitary: 'unitary council',
  metropolitan: 'metropolitan council',
  'london-borough': 'London borough',
  company: 'company',
  charity: 'charity',
  'public-body': 'public body',
  'combined-authority': 'combined authority',
  'joint-body': 'joint body',
  'national-park': 'national park authority',
  'fire-authority': 'fire and rescue authority',
  'police-authority': 'police authority',
  university: 'university',
  'professional-body': 'professional body',
  'government-department': 'government department',
} as const;
export type OrganisationType = keyof typeof types;

/** What kind of body an organisation is: terms may allow match only from some of them. */
export const organisationType = choice('Type', types);

const ofTheirOwn: ReadonlySet<string> = new Set<OrganisationType>(['company', 'charity', 'professional-body']);
/** Whether a body of this kind spends public money in its own name: where terms say councils or public bodies, no company, charity or society is meant. */
export const isPublicBody = (type: string): boolean => !ofTheirOwn.has(type);
