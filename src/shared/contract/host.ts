import { eventIterator, type ContractRouterClient } from '@orpc/contract'
import * as z from 'zod'
import { sha256, timestamp } from '../model/scalars'
import { errorReport, nothing, reads } from './base'
import { token } from './work'

/** What this host can do; the page asks for these and never which host it is. */
export const capabilities = z.object({
  /** System dialogs for files; without them the page uploads. */
  dialogs: z.boolean(),
  /** Folders can be picked, and packs written as folders. */
  folders: z.boolean(),
  reveal: z.boolean(),
  /** A finished pack is fetched from an address. */
  download: z.boolean(),
  /** Another archive can be opened, a new one made. */
  archives: z.boolean(),
  /** Folders to watch are chosen in the page. */
  watch: z.boolean(),
  /** The host's own clipboard; else the page's. */
  copy: z.boolean(),
  /** Pages of a pack are printed as PDF; without it they are opened, for the browser to print. */
  print: z.boolean(),
})

/** A copy of the catalogue, made while the archive was in order. */
export const catalogueBackup = z.object({
  name: z.string(),
  at: timestamp,
  bytes: z.int(),
  /** Its bytes are those that were checked when it was made, and it can be read through. Only such a one is restored. */
  sound: z.boolean(),
  /** What it holds, where it is sound. */
  counts: z.object({ article: z.int(), photo: z.int(), reference: z.int(), source: z.int() }).optional(),
  /** So many of its records were damaged when it was made. */
  damaged: z.int().positive().optional(),
})

export const archiveState = z.discriminatedUnion('state', [
  /** `place` is where the archive is, as the user would say it. */
  z.object({ state: z.literal('open'), name: z.string(), place: z.string() }),
  z.object({ state: z.literal('opening'), place: z.string() }),
  z.object({
    state: z.literal('failed'),
    place: z.string(),
    error: errorReport,
    /** Where the catalogue is damaged: its copies, the newest first. */
    backups: z.array(catalogueBackup).optional(),
  }),
])

/** What a file is chosen for. */
export const filePurpose = z.enum(['import', 'verify', 'list'])

/** What is written: a pack as a folder, a zip or an encrypted zip, a table, or a list of references. */
export const writtenForm = z.enum(['folder', 'zip', 'age', 'csv', 'jsonl', 'json', 'bib', 'ris'])

export const offered = z.object({ token, name: z.string() })

/** A folder that is watched, without its path. */
export const watchedLabel = z.object({ token: z.string(), name: z.string() })

/** A page of a pack that is made to be printed. */
export const printablePage = z.object({
  number: z.int().nonnegative(),
  kind: z.enum(['annotated', 'contact-sheet']),
  /** The headline, of an annotated story. */
  title: z.string().optional(),
})

/** What a menu, a second start or a drop on the dock asks the page to do. */
export const hostCommand = z.enum([
  'import',
  'export',
  'verify',
  'find',
  'palette',
  'shortcuts',
  'library',
  'back',
  'forward',
  'theme',
])

/** What was let out to a network and what was refused, since the host was started. */
export const networkLedger = z.object({
  since: z.iso.datetime(),
  allowed: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  lines: z
    .array(
      z.object({
        outcome: z.enum(['allowed', 'refused']),
        /** `request`, `window`, `navigation`, `permission`, `download`; on the loopback host `host`, `origin`, `token`. */
        what: z.string().max(50),
        /** Scheme and host, or the name of what was asked for. */
        where: z.string().max(200),
        count: z.int().positive(),
        last: z.iso.datetime(),
      }),
    )
    .max(1000),
})

export const hostEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('command'), command: hostCommand }),
  z.object({ type: z.literal('archive'), archive: archiveState }),
])

/** What only a host can do, once for each host. */
export const hostContract = {
  describe: reads.input(nothing).output(
    z.object({
      version: z.string(),
      platform: z.enum(['mac', 'windows', 'linux']),
      capabilities,
      archive: archiveState,
      /** Whether this page was opened in the place of one that crashed. */
      isRestored: z.boolean(),
    }),
  ),
  /** Null where the dialog was closed without a choice. */
  pickFiles: reads.input(z.object({ purpose: filePurpose })).output(z.array(offered).nullable()),
  pickFolder: reads.input(z.object({ purpose: z.enum(['import', 'verify']) })).output(offered.nullable()),
  pickDestination: reads
    .input(z.object({ form: writtenForm, name: z.string().min(1).max(100) }))
    .output(offered.nullable()),
  /** Shows a pack or table that was just written in the system's file manager. */
  reveal: reads.input(z.object({ token })).output(nothing),
  /** An address, good once and for a minute, from which the page downloads a pack or table that was just written. */
  collect: reads.input(z.object({ token })).output(z.object({ address: z.string() })),
  /** The pages of a pack that was just written which are made to be printed; the first of them, where there are very many. */
  printablePages: reads.input(z.object({ token })).output(z.array(printablePage)),
  /**
   * Prints a page as a PDF, a file of its own at a place that the user chooses; null where the dialog was closed without a
   * choice. Ending the call ends the printing, and leaves nothing.
   */
  printPage: reads
    .input(z.object({ token, number: z.int().nonnegative() }))
    .output(z.object({ token, name: z.string(), pages: z.int(), bytes: z.int() }).nullable()),
  /** An address, good for ten minutes, at which the page stands for a browser to print. */
  openPage: reads
    .input(z.object({ token, number: z.int().nonnegative() }))
    .output(z.object({ address: z.string() })),
  /** An address from which a picture of the archive can be shown: its own bytes, or the small one that was made of them. */
  original: reads
    .input(z.object({ sha256, small: z.boolean().default(false) }))
    .output(z.object({ address: z.string() })),
  openArchive: reads.input(nothing).output(archiveState.nullable()),
  newArchive: reads.input(nothing).output(archiveState.nullable()),
  /** Chooses one more folder to watch for this archive; null where the dialog was closed without a choice. */
  watchFolder: reads.input(nothing).output(watchedLabel.nullable()),
  unwatchFolder: reads.input(z.object({ token: z.string().max(100) })).output(nothing),
  watched: reads.input(nothing).output(z.array(watchedLabel)),
  /** Tries again to open the archive that failed to open or went away. */
  reopenArchive: reads.input(nothing).output(archiveState),
  /**
   * Opens the archive again and takes the lock of a writer on another machine, once, on the user's word. Where the writer
   * runs on this machine the archive is read only as before.
   */
  takeLock: reads.input(nothing).output(archiveState),
  /**
   * Puts a sound copy in the place of the catalogue, on the user's word, and opens the archive. What stood there is kept in
   * the folder `quarantine`. Fails with `backup-damaged` where the copy is not whole.
   */
  restoreBackup: reads.input(z.object({ name: z.string().max(100) })).output(archiveState),
  network: reads.input(nothing).output(networkLedger),
  /** `html` is the same with its look, for programs that take it. */
  copy: reads
    .input(z.object({ text: z.string().max(1_000_000), html: z.string().max(2_000_000).optional() }))
    .output(nothing),
  events: reads.input(nothing).output(eventIterator(hostEvent)),
}

export type Capabilities = z.infer<typeof capabilities>
export type CatalogueBackup = z.infer<typeof catalogueBackup>
export type ArchiveState = z.infer<typeof archiveState>
export type FilePurpose = z.infer<typeof filePurpose>
export type WrittenForm = z.infer<typeof writtenForm>
export type NetworkLedger = z.infer<typeof networkLedger>
export type PrintablePage = Readonly<z.infer<typeof printablePage>>
export type Offered = z.infer<typeof offered>
export type HostCommand = z.infer<typeof hostCommand>
export type HostEvent = z.infer<typeof hostEvent>
export type HostContract = typeof hostContract
export type HostClient = ContractRouterClient<HostContract>
