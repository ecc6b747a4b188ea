import { resolve } from 'node:path'
import type { Command } from '../types'

export const initCommand: Command = {
  name: 'init',
  summary: 'make an empty archive',
  describe: (program) => program.argument('<dir>', 'a new or an empty folder'),
  run: async ({ createArchive, output }, [dir]) => {
    const folder = resolve(String(dir))
    const archive = await createArchive(folder)
    await archive.close()
    output.result({ event: 'created', path: folder, id: archive.id }, `Made an empty archive at ${folder}.`)
    return 0
  },
}
