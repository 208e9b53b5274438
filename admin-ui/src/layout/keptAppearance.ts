import type { ThemeProviderProps } from '@mui/material/styles';

/** Light, dark, or as the device asks. */
export const APPEARANCES = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/**
 * Kept as the language is: a word that tells nothing of anybody (decision 18). `public/appearance.js` reads it too, before
 * anything is painted.
 */
export const KEPT_AS = 'jalon.appearance';

/** What MUI asks for what was chosen. It names keys of its own, for schemes that nobody chooses: nothing is kept of them. */
export const keptAppearance: NonNullable<ThemeProviderProps['storageManager']> = ({ key }) => ({
  get: (otherwise: unknown) => (key === KEPT_AS ? appearanceOf(kept()) : otherwise),
  set: (chosen: Appearance) => {
    if (key === KEPT_AS) keep(chosen);
  },
  // Another window of the same browser follows.
  subscribe: (follow) => {
    const listen = (event: StorageEvent) => {
      if (key === KEPT_AS && event.key === KEPT_AS) follow(appearanceOf(event.newValue));
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  },
});

function kept(): string | null {
  try {
    return window.localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

function keep(chosen: Appearance): void {
  try {
    if (chosen === 'system') window.localStorage.removeItem(KEPT_AS);
    else window.localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

function appearanceOf(word: string | null): Appearance {
  return APPEARANCES.find((appearance) => appearance === word) ?? 'system';
}
