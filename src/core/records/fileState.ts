import { lstat } from 'node:fs/promises'
import * as z from 'zod'

/** By what a file of the user's is taken for unchanged, without a look into it. */
export const fileState = z.object({ size: z.number(), modified: z.number() })

export type FileState = Readonly<z.infer<typeof fileState>>

/** Of the thing itself, also where it is a link; `undefined` where it can't be asked. */
export const stateOf = async (path: string | Buffer): Promise<FileState | undefined> => {
  try {
    const { size, mtimeMs } = await lstat(path)
    return { size, modified: mtimeMs }
  } catch {
    // Gone or out of reach: whoever opens it says which.
    return undefined
  }
}

export const isSameState = (a: FileState | undefined, b: FileState | undefined): boolean =>
  a !== undefined && b !== undefined && a.size === b.size && a.modified === b.modified
