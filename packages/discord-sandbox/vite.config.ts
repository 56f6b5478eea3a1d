import { defineConfig } from 'vite';

/** Only the page is bundled; the server runs as compiled by tsc. */
export default defineConfig({
  root: 'page',
  // Relative addresses, so that the page works wherever the sandbox serves it from.
  base: './',
  // A data: address in place of a file would need an exception in the page's content policy.
  build: { outDir: '../dist/page', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
