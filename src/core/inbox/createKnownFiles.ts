import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { fileState, isSameState, type FileState } from '../records/fileState'
import { clearPlace } from '../store/clearPlace'
import type { Layout } from '../store/layout'
import { makeDerivedFolder } from '../store/makeDerivedFolder'

/** Files of watched folders that need no word any more: imported, refused, or dismissed. Derived. */
export interface KnownFiles {
  readonly load: () => Promise<void>
  readonly has: (path: string, state: FileState) => boolean
  /** In memory at once, on disk soon. */
  readonly add: (files: readonly { readonly path: string; readonly state: FileState }[]) => Promise<void>
}

const knownLine = fileState.extend({ path: z.string() })

const parse = (line: string) => {
  try {
    return knownLine.safeParse(JSON.parse(line)).data
  } catch {
    // Cut, or not ours: that file is proposed once more.
    return undefined
  }
}

/** One line a file under `derived/inbox`, mode 0600. Without it everything is proposed again, as duplicates. */
export const createKnownFiles = (layout: Layout, log: (line: string) => void): KnownFiles => {
  const known = new Map<string, FileState>()
  let loading: Promise<void> | undefined
  let writing: Promise<void> = Promise.resolve()

  const load = async (): Promise<void> => {
    const text = await readFile(join(layout.derived, 'inbox', 'known.jsonl'), 'utf8').catch(() => '')
    for (const line of text.split('\n')) {
      const one = line === '' ? undefined : parse(line)
      if (one) known.set(one.path, { size: one.size, modified: one.modified })
    }
  }

  const write = async (lines: string): Promise<void> => {
    try {
      const folder = await makeDerivedFolder(layout, 'inbox')
      // Begins with a line's end: one that a crash cut stays alone.
      const path = join(folder, 'known.jsonl')
      await clearPlace(path)
      await appendFile(path, `\n${lines}`, { mode: 0o600 })
    } catch (error) {
      log(`what was dealt with in the inbox was not noted: ${String(error)}`)
    }
  }

  return {
    load: () => (loading ??= load()),
    has: (path, state) => isSameState(known.get(path), state),
    add: (files) => {
      for (const { path, state } of files) known.set(path, state)
      const lines = files.map(({ path, state: { size, modified } }) =>
        JSON.stringify({ path, size, modified }),
      )
      writing = writing.then(() => write(lines.join('\n')))
      return writing
    },
  }
}
