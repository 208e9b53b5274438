import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { useEffect, type ReactNode } from 'react';
import { keptAppearance, KEPT_AS } from './keptAppearance.ts';
import { THEMES } from './shades.ts';
import { theme } from './theme.ts';

/** The colours of the interface: those that were chosen in this browser, else those of the device. */
export const Appearance = ({ children }: { children: ReactNode }) => (
  <ThemeProvider theme={theme} modeStorageKey={KEPT_AS} storageManager={keptAppearance} noSsr>
    <CssBaseline />
    <AroundThePage />
    {children}
  </ThemeProvider>
);

/** What the browser draws follows: its bar, and the ground on which the next page loads. */
const AroundThePage = () => {
  const { mode, colorScheme } = useColorScheme();
  useEffect(() => {
    tell('color-scheme', mode === 'light' || mode === 'dark' ? mode : 'light dark');
    tell('theme-color', THEMES[colorScheme ?? 'light'].header);
  }, [mode, colorScheme]);
  return null;
};

function tell(name: string, content: string): void {
  document.querySelector(`meta[name="${name}"]`)?.setAttribute('content', content);
}
