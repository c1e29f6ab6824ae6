/**
 * What is asked of the page itself. It runs in the browser, whose names the tests' own types do not know, so it is handed
 * over as text.
 */

/** What has the focus: its name and type, the group that it stands in, and whether it can be seen to have it. */
export const focused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: '', isSeen: true, type: '', group: '' };
  const label = [...(element.labels ?? [])].map((each) => each.innerText).join(' ');
  const box = element.getBoundingClientRect();
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  // A radio button is drawn by its label.
  const drawn = element.type === 'radio' || outlineStyle !== 'none' || boxShadow !== 'none';
  const group = element.closest('fieldset')?.querySelector('legend')?.innerText ?? '';
  return {
    name: (element.getAttribute('aria-label') ?? (label || element.innerText)).replace(/\\s+/g, ' ').trim(), isSeen: drawn && box.bottom > 0 && box.top < innerHeight,
    type: element.type ?? '', group: group.trim(),
  };
})()`;

/** What makes a page broader than the window, ids that are there twice, and a brand that is not ours. */
export const oddities = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [
    ...(scrollWidth > clientWidth ? [scrollWidth - clientWidth + ' px broader than the window'] : []),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => 'the id ' + id + ' twice'),
    ...[...document.querySelectorAll('.govuk-footer__crown, .govuk-crest, .govuk-header__logotype, [class*="crown"]')].map(() => 'a crown'),
    ...(getComputedStyle(document.body).fontFamily.includes('GDS') ? ['GDS Transport'] : []),
  ];
})()`;

/** The fields of the page's own form, as they would be sent. */
export const formFields = `Object.fromEntries([...document.querySelectorAll('main form [name]')].map(({ name, value }) => [name, value]))`;
