import { formatBibliography } from '#core/exporters/csl/formatBibliography'
import { createWritePack } from './createWritePack'
import { packDisk } from './packDisk'
import type { WritePack } from './types'
import { verifyPack } from './verifyPack'

/** Writes packs with all that it takes in this thread, where nothing else waits: to build the bundled pack, and in tests. */
export const writePack: WritePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography,
})
