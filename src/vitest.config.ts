import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { checkerDefinition } from '../scripts/bundleChecker.mjs'

const nodeTests = ['src/{shared,checker,core,main,preload,server,cli}/**/*.test.ts']
/** What a process holds, or how it grew, is what these are about: each has one of its own. */
const aloneTests = [
  'src/core/exports/withSmallYoungSpace.test.ts',
  'src/core/imports/attackedContainers.test.ts',
]
const builtTests = ['src/**/*.built.test.ts']
const proofs = ['src/**/*.proof.test.ts']

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [vue()],
  define: await checkerDefinition(resolve(import.meta.dirname, '..')),
  test: {
    setupFiles: ['src/vitest.setup.ts'],
    // Vitest leaves one core to the system: tests wait for other processes often enough.
    maxWorkers: '100%',
    // Where something hangs it fails; nothing here is timed.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: nodeTests,
          exclude: [...aloneTests, ...builtTests, ...proofs],
          // Files share a process: a test leaves nothing behind in it, and loading the core anew took half the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'alone', environment: 'node', include: aloneTests },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.ts'],
          setupFiles: ['src/renderer/testing/unmountEach.ts'],
          isolate: false,
          unstubGlobals: true,
        },
      },
      {
        // What only the built program can show: `npm run build` first.
        extends: true,
        test: { name: 'built', environment: 'node', include: builtTests },
      },
      {
        // The promises, at the small size; `npm run prove` runs them at others. They use the built program too.
        extends: true,
        test: { name: 'proof', environment: 'node', include: proofs },
      },
    ],
  },
})
