import { defineConfig } from 'vite';
import { Licences } from './licences.js';

const licences = new Licences(import.meta.dirname);

export default defineConfig({
  base: './',
  build: {
    assetsDir: 'graphiql',
    // Nothing inline: the server's content security policy lets scripts and
    // workers come from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    // Chromium 111, Firefox 114 and Safari 16.4, and what came after.
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // "use client" concerns servers that render React; this is a page.
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
  },
  worker: { format: 'es', plugins: () => [licences.collector()] },
  plugins: [licences.collector(), licences.writer()],
});
