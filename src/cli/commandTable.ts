import { doctorCommand } from './commands/doctorCommand'
import { duplicatesCommand } from './commands/duplicatesCommand'
import { exportCommand } from './commands/exportCommand'
import { importCommand } from './commands/importCommand'
import { initCommand } from './commands/initCommand'
import { listCommand } from './commands/listCommand'
import { preflightCommand } from './commands/preflightCommand'
import { rebuildCommand } from './commands/rebuildCommand'
import { searchCommand } from './commands/searchCommand'
import { searchesCommand } from './commands/searchesCommand'
import { serveCommand } from './commands/serveCommand'
import { showCommand } from './commands/showCommand'
import { verifyCommand } from './commands/verifyCommand'
import type { Command } from './types'

/** Every command, in the order in which help lists them. */
export const commandTable: readonly Command[] = [
  initCommand,
  importCommand,
  listCommand,
  showCommand,
  searchCommand,
  searchesCommand,
  duplicatesCommand,
  preflightCommand,
  exportCommand,
  verifyCommand,
  rebuildCommand,
  doctorCommand,
  serveCommand,
]
