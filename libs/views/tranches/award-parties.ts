import { entries, view, type RowsOf } from '#kernel';
import { award } from '#domain/awards';

const tables = {
  /** Who joined and who left an award, as its lead or in the role of a partner, each with its day. */
  award_parties: entries({
    columns: { award: 'text', organisation: 'text', name: 'text', role: 'text', change: 'text', effective_on: 'text' },
    indexes: [['organisation'], ['award']],
  }),
  /** Tags given and taken off; one of each set stands. */
  award_tags: entries({ columns: { award: 'text', tag_set: 'text', value: 'text?', effective_on: 'text' }, indexes: [['tag_set', 'award'], ['award']] }),
};
type Rows = RowsOf<typeof tables>;
type Party = { readonly organisation: string; readonly name: string; readonly role: string };
const change = (rows: Rows, { ref, on }: { readonly ref: string; readonly on: string }, what: 'joined' | 'left', { organisation, name, role }: Party): void =>
  rows.award_parties.add({ award: ref, organisation, name, role, change: what, effective_on: on });

/** Bodies that answer for awards or have a part in them, and how awards are tagged: what changes while the money stays. */
export const awardParties = view('award-parties', {
  version: 1,
  tables,
  from: [award],
  on: {
    AwardRecommended(rows, event) {
      const { recipient, recipientName, partners } = event.data;
      change(rows, event, 'joined', { organisation: recipient, name: recipientName, role: 'lead' });
      for (const { organisation, name, role } of partners) change(rows, event, 'joined', { organisation, name, role });
    },
    LeadTransferred(rows, event) {
      const { from, fromName, recipient, recipientName } = event.data;
      change(rows, event, 'left', { organisation: from, name: fromName, role: 'lead' });
      change(rows, event, 'joined', { organisation: recipient, name: recipientName, role: 'lead' });
    },
    PartnerAdded: (rows, event) => change(rows, event, 'joined', event.data),
    PartnerLeft: (rows, event) => change(rows, event, 'left', { ...event.data, role: 'partner' }),
    AwardTagged: (rows, { ref, on, data: { set, value } }) => rows.award_tags.add({ award: ref, tag_set: set, value, effective_on: on }),
    AwardUntagged: (rows, { ref, on, data: { set } }) => rows.award_tags.add({ award: ref, tag_set: set, value: null, effective_on: on }),
  },
});
