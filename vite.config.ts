import { defineConfig } from 'vite';

/** Only the sandbox's page is bundled; everything else runs as compiled by tsc. */
export default defineConfig({
  root: 'packages/discord-sandbox/page',
  // Relative addresses, so that the page works wherever the sandbox serves it from.
  base: './',
  // A data: address in place of a file would need an exception in the page's content policy.
  build: { outDir: '../../../dist/page', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
