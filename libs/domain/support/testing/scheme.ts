import { programme, programmeEvents, type SupportTerm } from '#domain/programmes';
import { future } from '#domain/programmes/testing';

/** The programme gives this, by its scheme. */
export const schemeGives = (support: SupportTerm) => [programme, future, programmeEvents.SchemeDesigned({ programme: future, version: 1, terms: { support: [support] } })] as const;
