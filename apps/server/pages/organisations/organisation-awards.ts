import { partnerRole } from '#domain/organisations';
import type { BodyAward, BodyAwards } from '#views/tranches';
import type { Section } from '../../layout/section.js';
import { awardStage } from '../../layout/stages.js';
import { amounts, columns, linked, pounds, tagged, words, type Table } from '../../layout/table.js';
import { inPounds } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';

/** The awards of a body: those that it answers for, and those that it has a part in, which are never added to the former. */
export function awardsOf({ asLead, asPartner, leadMinor, partnerMinor }: BodyAwards, visit: Visit): Section {
  const tables: readonly Table[] = [
    {
      id: 'awards-as-lead', caption: `As the lead: ${inPounds(leadMinor)} held`, heads: [...columns('Award', 'What for', 'Programme', 'Stage'), ...amounts('Agreed', 'Held')],
      rows: asLead.map((each) => [...told(each, visit), pounds(each.agreedMinor), pounds(each.committedMinor)]),
    },
    {
      id: 'awards-as-partner', caption: `As a partner, in awards that hold ${inPounds(partnerMinor)}`, heads: [...columns('Award', 'What for', 'Programme', 'Stage', 'Lead', 'Role'), ...amounts('Held')],
      rows: asPartner.map((each) => [...told(each, visit), linked(each.recipientName, link(visit, `/organisations/${each.recipient}`), `of ${each.reference}`), words(roleInWords(each.role)), pounds(each.committedMinor)]),
    },
  ];
  const empty = visit.past || visit.soOn ? 'It had no award and no part in one yet.' : 'It has no award and no part in one.';
  return { id: 'awards', heading: 'Awards', tables: tables.filter(({ rows }) => rows.length > 0), empty };
}

const told = ({ reference, title, programme, stage }: BodyAward, visit: Visit) => [
  linked(reference, link(visit, `/awards/${reference}`)), words(title), linked(programme, link(visit, `/programmes/${programme}`), `of ${reference}`), tagged(awardStage(stage)),
];

const roleInWords = (role: string): string => {
  const said = partnerRole.spec.show(role);
  return said.charAt(0).toUpperCase() + said.slice(1);
};
