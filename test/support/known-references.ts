/**
 * References of the demonstration that specs and journeys name, by the playbook and the name there that gives each. The demonstration is
 * numbered in the order of recording, so they shift when a playbook is added: test/stories/known-references.spec.ts plays it and says to what.
 */
export const givenBy = {
  birmingham: ['future-councils', '$birmingham', 'AW-2012-056'],
  birminghamFirstPayment: ['future-councils', '$birmingham-first', 'PY-2012-053'],
  buckinghamshireCouncil: ['future-councils', '$buckinghamshire-council', 'OR-2012-045'],
  eastRiding: ['future-councils', '$east-riding', 'AW-2012-054'],
  eastRidingBid: ['future-councils', '$east-riding-bid', 'AP-2012-046'],
  eastRidingCouncil: ['future-councils', '$east-riding-council', 'OR-2012-046'],
  futureRound: ['future-councils', '$round', 'RD-2012-002'],
  rochdale: ['pilots-in-category-management', '$rochdale', 'OR-2012-053'],
  growthSecondRound: ['growth-advisers', '$second-round', 'RD-2013-002'],
  oxford: ['growth-advisers', '$growth-award-oxford', 'AW-2014-020'],
  navigator: ['knowledge-navigator', '$navigator', 'FN-2012-001'],
  unspent: ['knowledge-navigator', '$unspent', 'FN-2012-002'],
  academyFirstCohort: ['commissioning-academy', '$first-cohort', 'CH-2012-001'],
  academySecondCohort: ['commissioning-academy', '$second-cohort', 'CH-2012-002'],
  designSecondCohort: ['public-sector-design', '$second-cohort', 'CH-2016-001'],
  energyFramework: ['energy-switching', '$framework', 'FW-2013-001'],
  skillsFramework: ['commercial', '$framework', 'FW-2016-001'],
  northmere: ['open-round', '$northmere', 'AW-2014-041'],
  northmereCouncil: ['open-round', '$northmere-council', 'OR-2014-059'],
  easthollow: ['open-round', '$easthollow', 'AW-2014-042'],
  wexcombe: ['open-round', '$wexcombe', 'AW-2014-043'],
  ambleford: ['open-round', '$ambleford', 'AW-2014-044'],
  amblefordCouncil: ['open-round', '$ambleford-council', 'OR-2014-062'],
  amblefordSecondPayment: ['open-round', '$ambleford-second', 'PY-2015-002'],
  housingOffer: ['housing-offer', '$round', 'RD-2014-001'],
  housingCouncil: ['housing-offer', '$first-council', 'OR-2014-046'],
  housingResponse: ['housing-offer', '$first-response', 'AP-2014-034'],
  learningDisability: ['learning-disability', '$round', 'RD-2014-002'],
  phase2: ['productivity', '$phase-2', 'RD-2016-004'],
  tunbridgeWells: ['productivity', '$award-tunbridge-wells', 'AW-2016-047'],
  brightonBid: ['productivity', '$bid-brighton', 'AP-2016-027'],
  unsuccessfulBid: ['productivity', '$bid-a', 'AP-2016-031'],
  round2017: ['productivity', '$round-2017', 'RD-2017-002'],
  lifetimeSaving: ['productivity', '$lifetime', 'SV-2017-003'],
  leedsSaving: ['productivity', '$saving-leeds', 'SV-2017-004'],
  saving2017: ['productivity', '$saving-2017', 'SV-2017-009'],
} as const satisfies Readonly<Record<string, readonly [playbook: string, name: string, reference: string]>>;

/** The reference of something that the demonstration has. */
export const known = (what: keyof typeof givenBy): string => givenBy[what][2];

/** Its reference and nothing else: the name of a link. */
export const exactly = (what: keyof typeof givenBy): RegExp => new RegExp(`^${known(what)}$`);
