import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** One chunk for what every screen needs and that changes only with the dependencies: it stays in the browser's cache. */
const SHARED_LIBRARIES = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
  { name: 'mui', test: /node_modules[\\/](?:@mui|@emotion|stylis)[\\/]/ },
];

/** The page names the pieces of the screens, which are brought ahead of their use (src/layout/fetchAhead.ts). */
const namePieces: Plugin = {
  name: 'name-pieces',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const pieces = Object.values(bundle).flatMap((piece) =>
        // Of the languages, the one that is spoken has come already.
        piece.type === 'chunk' && !piece.isEntry && !/\/i18n\//.test(piece.facadeModuleId ?? '')
          ? [`/${piece.fileName}`]
          : [],
      );
      return pieces.length === 0
        ? []
        : [{ tag: 'meta', attrs: { name: 'pieces', content: pieces.join(' ') }, injectTo: 'head' }];
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), namePieces],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is inlined as data: the content policy allows only files of this origin.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: SHARED_LIBRARIES } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
