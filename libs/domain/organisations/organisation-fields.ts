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
} as const;
export type OrganisationType = keyof typeof types;

/** What kind of body an organisation is: terms may allow match only from some of them. */
export const organisationType = choice('Type', types);
