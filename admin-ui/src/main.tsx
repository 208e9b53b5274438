import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { languageAtFirst } from './i18n/languages.ts';
import { askIn } from './providers/ask.ts';
import { speakerOf } from './providers/i18nProvider.ts';

/** The content policy allows only the styles that carry the value the server wrote in this page (decision 22). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const styles = createCache({ key: 'jalon', prepend: true, ...(nonce === undefined ? {} : { nonce }) });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

void speakerOf(languageAtFirst()).then(
  (speaker) => {
    askIn(speaker.language);
    createRoot(root).render(
      <StrictMode>
        <CacheProvider value={styles}>
          <App speaker={speaker} />
        </CacheProvider>
      </StrictMode>,
    );
  },
  () => {
    // Without its words there is nothing else to say.
    root.textContent =
      'Jalon n’a pas pu être chargé : rechargez la page. – Jalon could not be loaded: reload the page.';
  },
);
