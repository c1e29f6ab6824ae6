import { changeInWords, type SchemeInWords } from '#views/schemes';
import type { Step } from '../../forms/next-steps.js';
import { inWords } from '../../layout/words.js';

export interface SchemeModel {
  readonly of: string;
  readonly since: string | undefined;
  readonly designed: string | undefined;
  readonly sections: SchemeInWords['sections'];
  /** Newest first; none where there was only one. */
  readonly versions: readonly string[];
  readonly actions: readonly Step[];
  readonly markdownHref: string | undefined;
}

interface Around {
  readonly of: string;
  readonly actions: readonly Step[];
  readonly markdownHref: string;
}

export function schemeModel(scheme: SchemeInWords | undefined, { of, actions, markdownHref }: Around): SchemeModel {
  if (!scheme) return { of, actions, since: undefined, designed: undefined, sections: [], versions: [], markdownHref: undefined };
  const { version, since, designed, programme, sections, versions } = scheme;
  return {
    of,
    since: `Version ${version}, since ${inWords(since)}`,
    designed: designed === null ? undefined : `Taken over from version ${designed} of the terms of ${programme}`,
    sections,
    versions: versions.length > 1 ? versions.map(changeInWords) : [],
    actions,
    markdownHref,
  };
}
