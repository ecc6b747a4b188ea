import { UnreadablePack, type PackEntry } from './types'

/** More than any manifest or list of citations that this program writes. */
const largest = 256 * 1024 * 1024

export const readBytes = async (entry: PackEntry): Promise<Uint8Array> => {
  if (entry.size > largest) throw new UnreadablePack('A list in this pack is larger than this page can read.')
  const parts: Uint8Array[] = []
  for await (const piece of entry.read()) parts.push(piece)
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export const readText = async (entry: PackEntry): Promise<string> =>
  new TextDecoder().decode(await readBytes(entry))
