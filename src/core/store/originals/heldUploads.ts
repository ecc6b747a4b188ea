import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Layout } from '../layout'

/** Bytes of a journal's first line. */
const longest = 64 * 1024

const head = z.object({ uploads: z.array(z.string().regex(/^session-[\w-]+$/)) })

const uploadsIn = async (path: string): Promise<readonly string[]> => {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longest), 0, longest, 0)
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1)
    return head.parse(JSON.parse(line)).uploads
  } finally {
    await file.close()
  }
}

/**
 * Folders in `staging` that hold uploads of an import that was interrupted: they are the only copy that it can go on
 * from. Named by its journal (`core/imports/resuming`); what can't be read names none.
 */
export const heldUploads = async ({ derived }: Layout): Promise<ReadonlySet<string>> => {
  const folder = join(derived, 'imports')
  const held = new Set<string>()
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.endsWith('.jsonl')))
    for (const upload of await uploadsIn(join(folder, name)).catch(() => [])) held.add(upload)
  return held
}
