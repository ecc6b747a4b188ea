import type { Command as Program } from 'commander'
import type { App } from '#core/assembleApp'
import type { Keyring } from '#core/exporters/sealing/types'
import type { Archive } from '#core/store/types'
import type { RunningServer } from '#server/startServer'
import type { Output, TextSink } from './output'
import type { RememberedArchive } from './rememberedArchive'

/** 0 done; 1 something was refused, changed or missing; 2 wrong usage; 3 the archive cannot be opened; 4 internal. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4

/** What the commands reach the world through. */
export interface CliDependencies {
  readonly stdout: TextSink
  readonly stderr: TextSink
  /** Whether progress is shown: a person looks at standard error. */
  readonly showProgress: boolean
  readonly version: string
  /** Aborted by Ctrl-C, and by a reader that closed the pipe. */
  readonly signal: AbortSignal
  /** Folder of the user's own archive. */
  readonly ownArchive: () => Promise<string>
  readonly createArchive: (folder: string) => Promise<Archive>
  readonly openApp: (folder: string, opening: Opening) => Promise<App>
  readonly startServer: (options: ServeOptions) => Promise<RunningServer>
  /** The keys of this user: to sign with, and to know others by. */
  readonly keyring: Keyring
  /** Which archive was served last. */
  readonly lastServed: RememberedArchive
  /** Shows an address in the user's browser. */
  readonly openAddress: (url: string) => void
}

/** How a command opens the archive. */
export interface Opening {
  readonly mode: 'write' | 'read'
  /** The user asked to take the lock of another machine. */
  readonly takeLock: boolean
}

export interface ServeOptions {
  readonly port: number
  readonly archive: string
  /** Makes the archive where there is none. */
  readonly create: boolean
  /** What the program ships with is brought into an archive that is made. */
  readonly withBundle: boolean
  readonly takeLock: boolean
  /** Folders to watch. */
  readonly watch: readonly string[]
}

/** What a command is run with. */
export interface CommandContext extends Pick<
  CliDependencies,
  | 'keyring'
  | 'version'
  | 'signal'
  | 'ownArchive'
  | 'createArchive'
  | 'startServer'
  | 'lastServed'
  | 'openAddress'
> {
  readonly output: Output
  /** The archive that is named, else the user's own. */
  readonly archiveFolder: () => Promise<{ readonly folder: string; readonly isOwn: boolean }>
  /** Given with `--take-lock`. */
  readonly takeLock: boolean
  /** Opens the archive for the time of `use`, and closes it whatever becomes of that. */
  readonly withApp: (
    mode: 'write' | 'read',
    use: (app: App) => Promise<ExitStatus>,
    folder?: string,
  ) => Promise<ExitStatus>
}

/** One line of the table of commands. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** It may change the archive, and so may be asked to take its lock. */
  readonly writes?: boolean
  /** Adds arguments and options. */
  readonly describe: (program: Program) => Program
  /** `args` and `options` as commander read them by `describe`. */
  readonly run: (context: CommandContext, args: readonly unknown[], options: Options) => Promise<ExitStatus>
}

export type Options = Readonly<Record<string, unknown>>
