import type { FileSystem } from './fileSystem'

/**
 * Writes a small file (mode 0600) and makes its bytes durable; its name still needs `syncFolder`. `wx`: it must not exist;
 * `w`: it is emptied first.
 */
export const writeSmallFile = async (
  fs: FileSystem,
  path: string,
  text: string,
  flags: 'wx' | 'w' = 'wx',
): Promise<void> => {
  const file = await fs.open(path, flags, 0o600)
  try {
    await fs.write(file, Buffer.from(text))
    await fs.sync(file)
  } finally {
    await file.close()
  }
}

/** Reads a small text file; `undefined` where there is none. */
export const readSmallFile = async (fs: FileSystem, path: string): Promise<string | undefined> => {
  try {
    const file = await fs.open(path, 'r')
    try {
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** ENOENT and ENOTDIR: there is nothing of this name. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
