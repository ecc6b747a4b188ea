// Builds after `npm ci`, so that `npx cuttings` works at once. Without the development tools there is nothing to build with.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const hasTools = () => {
  try {
    createRequire(import.meta.url).resolve('electron-vite/package.json')
    return true
  } catch {
    return false
  }
}

if (hasTools()) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exit(built.status ?? 1)
}
console.log('The development tools are not installed; nothing was built.')
