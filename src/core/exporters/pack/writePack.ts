import { formatBibliography } from '#core/exporters/csl/formatBibliography'
import { createWritePack } from './createWritePack'
import { packDisk } from './packDisk'
import type { WritePack } from './types'
import { verifyPack } from './verifyPack'

export const writePack: WritePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography,
})
