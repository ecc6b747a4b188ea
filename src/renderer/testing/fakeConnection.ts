import type { ArchiveClient } from '#shared/contract/archive'
import type { ArchiveState, HostClient, HostEvent } from '#shared/contract/host'
import type { LibraryState, Row } from '#shared/contract/library'
import type { HostConnection, LostReason } from '../transport/types'
import { createFakeArchive, type FakeArchiveOptions } from './fakeArchive'
import { createFakeStream, type FakeStream } from './fakeStream'

export interface FakeConnectionOptions extends FakeArchiveOptions {
  readonly state?: ArchiveState
  /** Whether the host prints; it does where not said. */
  readonly print?: boolean
}

/** What a test can make happen behind the page's back. */
export interface FakeConnection extends HostConnection {
  readonly copied: readonly string[]
  /** How often the page asked to take the lock. */
  readonly locksTaken: () => number
  readonly hostEvents: FakeStream<HostEvent>
  readonly changes: FakeStream<Pick<LibraryState, 'revision' | 'index'>>
  readonly rows: Row[]
  readonly lose: (reason: LostReason) => void
  readonly restore: () => void
}

const open: ArchiveState = { state: 'open', name: 'Reporter’s archive', place: '/Documents/Cuttings' }

/** An archive in memory behind the same two clients: for component tests, and to run the page without a core. */
export const createFakeConnection = (options: FakeConnectionOptions = {}): FakeConnection => {
  const fake = createFakeArchive(options)
  const copied: string[] = []
  let locksTaken = 0
  const hostEvents = createFakeStream<HostEvent>()
  const lost = new Set<(reason: LostReason) => void>()
  const restored = new Set<() => void>()
  let state = options.state ?? open

  const host: HostClient = {
    describe: async () => ({
      version: '0.1.0',
      platform: 'linux',
      capabilities: {
        dialogs: true,
        folders: true,
        reveal: true,
        download: false,
        archives: true,
        copy: true,
        watch: true,
        print: options.print ?? true,
      },
      isRestored: false,
      archive: state,
    }),
    pickFiles: async () => null,
    pickFolder: async () => null,
    pickDestination: async () => null,
    reveal: async () => ({}),
    printablePages: async () => [
      { number: 0, kind: 'annotated', title: 'A new quay' },
      { number: 1, kind: 'contact-sheet' },
    ],
    printPage: async () => null,
    openPage: async () => ({ address: 'about:blank' }),
    collect: async () => ({ address: 'about:blank' }),
    original: async () => ({ address: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
    watchFolder: async () => null,
    unwatchFolder: async () => ({}),
    watched: async () => [],
    openArchive: async () => null,
    newArchive: async () => null,
    reopenArchive: async () => (state = open),
    takeLock: async () => {
      locksTaken += 1
      return (state = open)
    },
    restoreBackup: async () => (state = open),
    copy: async ({ text }) => {
      copied.push(text)
      return {}
    },
    network: async () => ({
      since: '2026-11-22T09:00:00.000Z',
      allowed: 0,
      refused: 2,
      lines: [
        {
          outcome: 'refused',
          what: 'request',
          where: 'https://evil.example',
          count: 2,
          last: '2026-11-22T10:00:00.000Z',
        },
      ],
    }),
    events: async (_, call) => hostEvents.open(call?.signal),
  }

  const listen = <Listener>(set: Set<Listener>, listener: Listener): (() => void) => {
    set.add(listener)
    return () => set.delete(listener)
  }

  return {
    archive: fake.client satisfies ArchiveClient,
    host,
    copied,
    locksTaken: () => locksTaken,
    hostEvents,
    changes: fake.changes,
    rows: fake.rows,
    offerFiles: async (files) =>
      files.map((file, at) => ({ token: `fake-token-${at}-0000`, name: file.name })),
    onLost: (listener) => listen(lost, listener),
    onRestored: (listener) => listen(restored, listener),
    onHostGone: () => () => undefined,
    close: () => undefined,
    lose: (reason) => lost.forEach((listener) => listener(reason)),
    restore: () => restored.forEach((listener) => listener()),
  }
}
