import { defineConfig, type Plugin } from 'vite';

const base = '/dashboard/';

/** Has the browser fetch what the page will import later, without running it before the figures are asked for. */
const preloadCharts: Plugin = {
  name: 'preload-charts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((part) => part.type === 'chunk' && part.isDynamicEntry)
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `${base}${fileName}` },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  base,
  plugins: [preloadCharts],
  build: {
    target: 'es2024',
    // Everything is a file of its own: the page's policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The chunk of charts is Observable Plot with the parts of d3 that it needs.
    chunkSizeWarningLimit: 1000,
  },
});
