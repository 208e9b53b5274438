import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One chunk for what every screen needs and that changes only with the dependencies: it stays in the browser's cache. */
const SHARED_LIBRARIES = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
  { name: 'mui', test: /node_modules[\\/](?:@mui|@emotion|stylis)[\\/]/ },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is inlined as data: the content policy allows only files of this origin.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: SHARED_LIBRARIES } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
