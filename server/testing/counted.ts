import type { Locator, Page } from 'playwright-core';

export interface Counted {
  /** Presses keys beside what is typed: a shortcut, an arrow, the key that sends. */
  press(...names: string[]): Promise<void>;
  click(what: Locator): Promise<void>;
  /** Chooses in a list, which the pointer opens. */
  choose(list: Locator, label: string): Promise<void>;
  /** Goes to it by the tab key alone. */
  tabTo(what: Locator): Promise<void>;
  /** Uses what has the focus, as a click would. */
  use(key?: 'Enter' | 'Space'): Promise<void>;
  /** How many of the keys were the tab key. */
  tabs(): number;
  cost(): { readonly keys: number; readonly clicks: number };
}

/** Further than anybody would go: what is looked for is not there. */
const FAR = 80;

/**
 * What a scenario costs: clicks, of the pointer or of Enter and the space bar on what has the focus, and keys beside those of
 * the text itself.
 */
export function counted(page: Page): Counted {
  let [keys, clicks, tabs] = [0, 0, 0];
  const has = (what: Locator): Promise<boolean> =>
    what.evaluate((element) => {
      const { ownerDocument } = element as unknown as { ownerDocument: { activeElement: unknown } };
      return ownerDocument.activeElement === element;
    });
  const press = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      keys += 1;
      await page.keyboard.press(name);
    }
  };
  return {
    press,
    click: async (what) => {
      clicks += 1;
      await what.click();
    },
    choose: async (list, label) => {
      clicks += 1;
      await list.selectOption({ label });
    },
    tabTo: async (what) => {
      await what.waitFor();
      const from = keys;
      while (!(await has(what))) {
        if (keys - from === FAR) throw new Error(`Not within ${FAR} keys: ${String(what)}.`);
        tabs += 1;
        await press('Tab');
      }
    },
    use: async (key = 'Enter') => {
      clicks += 1;
      await page.keyboard.press(key);
    },
    tabs: () => tabs,
    cost: () => ({ keys, clicks }),
  };
}
