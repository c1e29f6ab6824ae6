/** Stored. Change only through limit.history.ts. */
import { count, event, text } from '#kernel';
import { showQuantity, unitField } from './units.js';

const amount = count('Amount', { min: 0, max: Number.MAX_SAFE_INTEGER, hint: 'Pence, hundredths of a day, places or things' });
const because = text('Because');

export const LimitOpened = event('LimitOpened', {
  fields: { subject: text('Subject'), unit: unitField, bucket: text('Bucket'), amount },
  sentence: ({ unit, amount }, show) => `The limit of ${show('subject')} was opened with ${showQuantity(unit, amount)} ${show('bucket')}`,
});

export const LimitRaised = event('LimitRaised', {
  fields: { unit: unitField, bucket: text('Bucket'), amount, because },
  sentence: ({ unit, amount }, show) => `${showQuantity(unit, amount)} was added to what is ${show('bucket')}: ${show('because')}`,
});

export const LimitReduced = event('LimitReduced', {
  fields: { unit: unitField, bucket: text('Bucket'), amount, because },
  sentence: ({ unit, amount }, show) => `${showQuantity(unit, amount)} was taken from what is ${show('bucket')}: ${show('because')}`,
});

export const LimitMoved = event('LimitMoved', {
  fields: { unit: unitField, from: text('From'), to: text('To'), amount, because },
  sentence: ({ unit, amount }, show) => `${showQuantity(unit, amount)} moved from ${show('from')} to ${show('to')}: ${show('because')}`,
});
