import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { offline } from './build/offline-plugin.ts'
import { webglOnly } from './build/webgl-only.ts'

export default defineConfig({
  plugins: [vue(), webglOnly(), offline()],
  // Parts of the libraries that no screen uses: they need not be sent.
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2023',
    // Browsers of that age preload modules by themselves.
    modulePreload: { polyfill: false },
    // Small fonts stay files of their own: the content security policy knows no data: for fonts.
    assetsInlineLimit: 0,
    // The map's libraries are large by nature; budgets per entry are tests of their own.
    chunkSizeWarningLimit: 1500,
    // The server's own pages name their script and style sheet by it.
    manifest: true,
    rolldownOptions: {
      input: { app: 'index.html', public: 'src/public/main.ts' },
      output: {
        codeSplitting: {
          groups: [
            // Every entry needs it; left alone, it lands in the largest chunk and takes that along.
            { name: 'preload-helper', test: /vite\/preload-helper/, priority: 1 },
            { name: 'maplibre', test: /node_modules\/maplibre-gl/ },
            {
              name: 'deck',
              test: /node_modules\/(@deck\.gl|@luma\.gl|@math\.gl|@loaders\.gl|@probe\.gl)/,
            },
            { name: 'arrow', test: /node_modules\/@uwdata\/flechette/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '^/public', '/sitemap.xml', '/robots.txt'].map((path) => [
        path,
        {
          target: process.env.API_ORIGIN ?? 'http://127.0.0.1:3000',
          // The API compares Origin with Host: both must name this server.
          changeOrigin: false,
        },
      ]),
    ),
  },
})
