/** Stored. Change only through award.history.ts. */
import { code, event, money, optional, reference, text } from '#kernel';
import { bodiesAsTheyStood, organisationType, partnerRole } from '#domain/organisations';
import { about } from './award-fields.js';

const { recipientName } = about;
const reason = text('Reason');
/** Of a joint body, where caps count it: an award to it is one to each of them. */
const members = optional(bodiesAsTheyStood('Members, whose caps count too'));

/** Another body answers for the award from now on. What it stood at is told with it, because registers by body read events alone. */
export const LeadTransferred = event('LeadTransferred', {
  fields: {
    ...about,
    from: reference('OR', 'From'),
    fromName: text('Name of whom it came from'),
    approved: money('Approved', { orNil: true }),
    agreed: money('Agreed', { orNil: true }),
    authorised: money('Authorised', { orNil: true }),
    spent: money('Paid', { orNil: true }),
    reason,
    members,
  },
  sentence: 'The award went from {fromName} to {recipientName}: {reason}',
});

export const PartnerAdded = event('PartnerAdded', {
  fields: { organisation: reference('OR', 'Organisation'), name: text('Name'), type: organisationType, role: partnerRole, recipientName, reason, members },
  sentence: '{name} joined the award to {recipientName} as {role}: {reason}',
});

export const PartnerLeft = event('PartnerLeft', {
  fields: { organisation: reference('OR', 'Organisation'), name: text('Name'), recipientName, reason },
  sentence: '{name} left the award to {recipientName}: {reason}',
});

/** What the cost came to that an award pays a share of, by a document. */
export const CostStated = event('CostStated', {
  fields: { cost: money('Cost'), document: text('Document'), recipientName },
  sentence: 'The cost that the award to {recipientName} pays a share of is {cost} ({document})',
});

export const AwardTagged = event('AwardTagged', {
  fields: { set: code('Set'), value: text('Tag', { max: 80 }), recipientName },
  sentence: 'The award to {recipientName} was tagged {value} in {set}',
});

export const AwardUntagged = event('AwardUntagged', {
  fields: { set: code('Set'), value: text('Tag', { max: 80 }), recipientName },
  sentence: 'The tag {value} in {set} was taken off the award to {recipientName}',
});
