import { entries, view } from '#kernel';
import { assessment } from '#domain/assessments';
import { sharingRule } from '#domain/programmes';

/** What a fund was shared into. A sharing of many bodies comes in several events, which go by the version of the first of them. */
export const sharings = view('sharings', {
  version: 1,
  tables: {
    sharings: entries({
      columns: { round: 'text', sharing: 'integer', amount_minor: 'integer', unshared_minor: 'integer', bodies: 'integer', shared_by: 'text', most_minor: 'integer?', effective_on: 'text' },
      indexes: [['round']],
    }),
    shares: entries({
      columns: { round: 'text', sharing: 'integer', application: 'text', organisation: 'text', organisation_name: 'text', weight: 'integer', amount_minor: 'integer' },
      indexes: [['round', 'sharing']],
    }),
  },
  from: [assessment],
  on: {
    FundShared(rows, { on, version, data: { round, amount, unshared, bodies, by, most, page = 1, shares } }) {
      const sharing = version - (page - 1);
      if (page === 1) {
        const about = { amount_minor: amount.minor, unshared_minor: unshared.minor, bodies, shared_by: sharingRule.spec.show(by), most_minor: most?.minor ?? null };
        rows.sharings.add({ round, sharing, ...about, effective_on: on });
      }
      for (const { application, organisation, organisationName, weight, amount: part } of shares) {
        rows.shares.add({ round, sharing, application, organisation, organisation_name: organisationName, weight, amount_minor: part.minor });
      }
    },
  },
});
