import { backupsCommand } from './commands/backupsCommand'
import { citeCommand } from './commands/citeCommand'
import { diffCommand } from './commands/diffCommand'
import { claimsCommand } from './commands/claimsCommand'
import { doctorCommand } from './commands/doctorCommand'
import { duplicatesCommand } from './commands/duplicatesCommand'
import { exportCommand } from './commands/exportCommand'
import { collectionsCommand, tagsCommand } from './commands/filingCommands'
import { importCommand } from './commands/importCommand'
import { initCommand } from './commands/initCommand'
import { keysCommand } from './commands/keysCommand'
import { listCommand } from './commands/listCommand'
import { networkCommand } from './commands/networkCommand'
import { notesCommand } from './commands/notesCommand'
import { preflightCommand } from './commands/preflightCommand'
import { quotesCommand } from './commands/quotesCommand'
import { rebuildCommand } from './commands/rebuildCommand'
import { removeCommand } from './commands/removeCommand'
import { repairCommand } from './commands/repairCommand'
import { referencesCommand } from './commands/referencesCommand'
import { searchCommand } from './commands/searchCommand'
import { searchesCommand } from './commands/searchesCommand'
import { serveCommand } from './commands/serveCommand'
import { showCommand } from './commands/showCommand'
import { supportCommand } from './commands/supportCommand'
import { sourcesCommand } from './commands/sourcesCommand'
import { timelineCommand } from './commands/timelineCommand'
import { trashCommand } from './commands/trashCommand'
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
  tagsCommand,
  collectionsCommand,
  supportCommand,
  duplicatesCommand,
  claimsCommand,
  quotesCommand,
  notesCommand,
  sourcesCommand,
  timelineCommand,
  networkCommand,
  referencesCommand,
  citeCommand,
  preflightCommand,
  exportCommand,
  verifyCommand,
  diffCommand,
  keysCommand,
  removeCommand,
  trashCommand,
  repairCommand,
  backupsCommand,
  rebuildCommand,
  doctorCommand,
  serveCommand,
]
