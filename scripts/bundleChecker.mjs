// The script of verify.html as one text: what the build puts into every pack. The same sources give the same text.
// `root` is given, because configurations that use this are moved by those who load them.
import { join } from 'node:path'
import { build } from 'vite'

export const bundleChecker = async (root) => {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: 'chrome109',
      lib: { entry: join(root, 'src/checker/index.ts'), formats: ['iife'], name: 'checker' },
    },
  })
  const [{ code }] = output
  if (/<\/script|<!--/i.test(code)) throw new Error('the script of verify.html would end before its end')
  return code.trim()
}

/** What the core's sources call it. */
export const checkerDefinition = async (root) => ({
  __CHECKER_SCRIPT__: JSON.stringify(await bundleChecker(root)),
})
