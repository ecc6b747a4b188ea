// What a build must finish: the command line can be run by its name.
import { chmodSync } from 'node:fs'
import { join } from 'node:path'

chmodSync(join(import.meta.dirname, '../out/main/cli.js'), 0o755)
