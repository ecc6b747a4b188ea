import * as z from 'zod'
import { errorReport } from '#shared/contract/base'
import { catalogueBackup } from '#shared/contract/host'
import { jobState } from '#shared/contract/jobs'

/**
 * What a host and the core that it forked say to each other. Both sides check what they get: the core works with foreign
 * bytes, so its host takes nothing from it on trust. Operations never pass here, only the frames of their lines.
 */
const lineNumber = z.int().nonnegative()
const frame = z.union([z.string(), z.instanceof(Uint8Array)])
const requestNumber = z.int().nonnegative()

/** How to open an archive, and where the other entry files are. Paths come from the host's own entry file. */
export const openRequest = z.object({
  archive: z.string().min(1),
  create: z.boolean(),
  /** The pack that is imported once into an archive that was just made. */
  bundledPack: z.string().optional(),
  /** The user asked to take the lock of another machine: for this one opening. */
  takeLock: z.boolean().optional(),
  /** The user asked to put this copy in the place of the catalogue: for this one opening. */
  restore: z.string().max(100).optional(),
})

const folderToWatch = z.object({ token: z.string(), name: z.string(), path: z.string().min(1) })

export const toCore = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    open: openRequest,
    version: z.string(),
    searchWorker: z.string(),
    bibliographyWorker: z.string(),
    /** Where this user's keys are kept: beside the host's settings. */
    keysFolder: z.string(),
    /** Absent where only the host can start the parser (Electron): the core then asks for it. */
    parser: z.string().optional(),
  }),
  /** A page's line: its port comes with the message, or its frames come as `frame`. */
  z.object({ type: z.literal('line'), line: lineNumber }),
  z.object({ type: z.literal('frame'), line: lineNumber, frame }),
  z.object({ type: z.literal('line-end'), line: lineNumber }),
  /** Absent: a token that this host never gave, or gave for one use. */
  z.object({ type: z.literal('resolved'), request: requestNumber, path: z.string().optional() }),
  /** The parser that was asked for runs; its port comes with the message. */
  z.object({ type: z.literal('parser-started'), parser: requestNumber }),
  z.object({ type: z.literal('parser-ended'), parser: requestNumber }),
  /** Folders to watch, instead of those before. */
  z.object({ type: z.literal('watch'), folders: z.array(folderToWatch).max(100) }),
  z.object({ type: z.literal('exit') }),
])

export const fromCore = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), name: z.string(), readOnly: z.boolean() }),
  z.object({
    type: z.literal('failed'),
    error: errorReport,
    backups: z.array(catalogueBackup).optional(),
  }),
  z.object({ type: z.literal('frame'), line: lineNumber, frame }),
  z.object({ type: z.literal('line-end'), line: lineNumber }),
  z.object({ type: z.literal('resolve'), request: requestNumber, token: z.string().max(100) }),
  z.object({ type: z.literal('job'), job: jobState }),
  z.object({ type: z.literal('parser-start'), parser: requestNumber }),
  z.object({ type: z.literal('parser-kill'), parser: requestNumber }),
])

export type OpenRequest = Readonly<z.infer<typeof openRequest>>
export type ToCore = z.infer<typeof toCore>
export type FromCore = z.infer<typeof fromCore>
export type Frame = z.infer<typeof frame>
