import type { Page } from 'playwright-core';
import { focused } from './in-the-page.js';

/** How somebody works a page: the same journey is walked with different hands. */
export interface Hands {
  /** Follows a link or presses a button, and waits for the page that it leads to. */
  press(page: Page, name: RegExp): Promise<void>;
  /** Writes into a box, over what stood there; `group` is said where a form has several boxes of that name. */
  write(page: Page, name: RegExp, words: string, group?: RegExp): Promise<void>;
  /** Chooses a radio button or ticks a box. */
  choose(page: Page, name: RegExp): Promise<void>;
}

interface Focused {
  readonly name: string;
  readonly isSeen: boolean;
  readonly type: string;
  readonly group: string;
}
const inFocus = (page: Page): Promise<Focused> => page.evaluate<Focused>(focused);

/** Goes on with Tab until what has the focus is wanted, as a person does who cannot use a mouse. */
async function tabTo(page: Page, isWanted: (reached: Focused) => boolean, wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press('Tab');
    const reached = await inFocus(page);
    // Whoever goes by keyboard sees where they are, at every step.
    expect([reached.name, reached.isSeen]).toEqual([reached.name, true]);
    if (isWanted(reached)) return;
    passed.push(reached.name);
  }
  throw new Error(`Nothing called ${String(wanted)} can be reached by keyboard; passed: ${passed.join(' | ')}`);
}

/** No mouse: Tab, the arrows, Space, Enter and letters. */
export const byKeyboard: Hands = {
  async press(page, name) {
    await tabTo(page, (reached) => name.test(reached.name), name);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  },
  async write(page, name, words, group = /(?:)/) {
    await tabTo(page, (reached) => name.test(reached.name) && group.test(reached.group), name);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(words);
  },
  async choose(page, name) {
    // Tab comes to one button of a group of radio buttons; the arrows go on from there.
    await tabTo(page, ({ name: reached, type }) => name.test(reached) || type === 'radio', name);
    for (let pressed = 0; pressed < 10; pressed += 1) {
      const { name: reached, type } = await inFocus(page);
      if (name.test(reached)) return page.keyboard.press('Space');
      if (type === 'radio') await page.keyboard.press('ArrowDown');
    }
    return byKeyboard.choose(page, name);
  },
};

/** A mouse, for pages whose scripts do not run. */
export const byPointer: Hands = {
  async press(page, name) {
    await Promise.all([page.waitForNavigation(), page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click()]);
  },
  async write(page, name, words, group) {
    const within = group === undefined ? page.locator('main') : page.getByRole('group', { name: group });
    // A box with something to pick from is a combobox.
    await within.getByRole('textbox', { name }).or(within.getByRole('combobox', { name })).first().fill(words);
  },
  choose: (page, name) => page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name })).check(),
};
