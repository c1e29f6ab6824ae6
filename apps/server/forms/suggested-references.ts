import type { TimelineEntry } from '#views/audit';
import type { AwardPage } from '#views/registers';
import { Injectable } from '@nestjs/common';
import { isReference } from '#kernel';
import { permits } from '#platform/access';
import { Reading } from '../reading/reading.js';
import type { Visit } from '../visits/visit.js';
import type { Suggestion, Suggestions } from './form-field.js';

/** What a form offers to pick from, so that nobody needs to know a reference by heart: what the award's own page tells of. */
@Injectable()
export class SuggestedReferences {
  constructor(private readonly reading: Reading) {}

  async forForm(visit: Visit, reference: string | undefined): Promise<Suggestions> {
    if (!isReference(reference, 'AW') || !visit.session) return () => [];
    const mayAudit = permits(visit.session.role, 'audit:read');
    const [award, timeline] = await Promise.all([this.reading.award(visit, reference), mayAudit ? this.reading.timeline(visit, reference) : []]);
    return (kind) => (kind === 'reference:OR' ? organisations(award) : mentioned(kind.replace('reference:', ''), timeline));
  }
}

function organisations(award: AwardPage | undefined): readonly Suggestion[] {
  if (!award) return [];
  const all = [{ value: award.recipient, text: award.recipientName }, ...award.sources.map(({ reference, name }) => ({ value: reference, text: name }))];
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

/** References of a kind that the timeline mentions, newest first, each with the sentence that it stands in. */
function mentioned(prefix: string, timeline: readonly TimelineEntry[]): readonly Suggestion[] {
  const found = new Map<string, string>();
  for (const { sentence } of [...timeline].sort((a, b) => b.position - a.position)) {
    for (const [reference] of sentence.matchAll(new RegExp(`\\b${prefix}-\\d{4}-\\d{3,6}\\b`, 'g'))) found.set(reference, sentence);
  }
  return [...found].map(([value, text]) => ({ value, text }));
}
