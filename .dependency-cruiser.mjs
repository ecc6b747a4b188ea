/** Which zone may import which; each rule says what to do instead. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/`, pathNot: '\\.test\\.ts$|/conformance\\.ts$|/testing/' },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((zone) => `^src/${zone}`)] },
})

const packages = (name, from, path, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path },
})

export default {
  forbidden: [
    only(
      'shared-stands-alone',
      'shared',
      [],
      'shared is the bottom: move what it needs down into shared, or up into core.',
    ),
    only(
      'checker-uses-shared',
      'checker',
      ['shared'],
      'the checker is one script in every pack: it may use shared, whose weight each pack then carries.',
    ),
    only(
      'core-knows-no-host',
      'core',
      ['shared'],
      'core knows no host: pass what it needs as an argument of createApp.',
    ),
    only(
      'main-uses-core',
      'main',
      ['shared', 'core'],
      'main may use shared and core; what two hosts share belongs in core/process.',
    ),
    only(
      'server-uses-core',
      'server',
      ['shared', 'core'],
      'server may use shared and core; what two hosts share belongs in core/process.',
    ),
    only(
      'preload-imports-types',
      'preload',
      ['shared'],
      'the preload is one small file: types of shared only.',
    ),
    only(
      'page-uses-shared',
      'renderer',
      ['shared'],
      'the page talks to the core by the contract, never by an import.',
    ),
    only(
      'cli-uses-core-and-serve',
      'cli',
      ['shared', 'core', 'server/startServer\\.ts$'],
      'the command line may use core, and of the server only startServer.',
    ),
    packages(
      'only-main-and-preload-know-electron',
      '^src/(shared|core|server|cli|renderer)/',
      '(^|/)electron(/|$)',
      'Only main and preload may name electron; give the rest a function.',
    ),
    packages(
      'no-network-in-core-or-main',
      '^src/(shared|core|main|preload|renderer)/',
      '^(node:)?(http|https|http2|net|dgram|dns|tls)$',
      'The application opens no connection; only the loopback server listens.',
    ),
    packages(
      'page-has-no-node',
      '^src/(renderer|preload|shared|checker)/',
      '^node:',
      'The page and shared run without Node.',
    ),
    {
      name: 'page-takes-the-contract-as-types',
      comment: 'zod weighs 80 KB: import the contract and the model as types in the page.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/shared/(contract|model)/',
        pathNot: '^src/shared/model/support\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'importers-are-loaded-late',
      comment:
        'The readers of formats weigh megabytes, which help and lists must not load: use loadFormats, or import().',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.ts$', '/fixtures/', '/testing/'] },
      to: { path: '^src/core/importers/registry\\.ts$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'no-circular',
      comment: 'A cycle hides a missing name: split out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file: delete it or use it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', '/fixtures/', 'vitest\\.(config|setup)\\.ts$'],
      },
      to: {},
    },
    {
      name: 'not-to-test',
      comment: 'Tests are nobody’s dependency.',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$' },
      to: { path: '\\.test\\.ts$' },
    },
    {
      name: 'no-unresolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
