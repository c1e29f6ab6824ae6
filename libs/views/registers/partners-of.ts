interface PartnerChange {
  readonly award: string;
  readonly organisation: string;
  readonly change: string;
}

/** Who is a partner once all have joined and left, in the order of joining; a partner that an award was handed on to is its lead. */
export function partnersOf<Row extends PartnerChange>(changes: readonly Row[], isLead: (row: Row) => boolean = () => false): readonly Row[] {
  const partners = new Map<string, Row>();
  for (const each of changes) {
    const key = `${each.award} ${each.organisation}`;
    if (each.change === 'joined') partners.set(key, each);
    else partners.delete(key);
  }
  return [...partners.values()].filter((each) => !isLead(each));
}
