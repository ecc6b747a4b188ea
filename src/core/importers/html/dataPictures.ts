import type { InnerFile } from '../types'

/** Pictures that stand in a page's own text as `data:` addresses (RFC 2397). */
export interface DataPictures {
  /** A short address in the place of a long one, so that megabytes are not carried through the reading of the text. */
  readonly standIn: (address: string) => string
  /** The name of the inner file for an address or its stand-in; undefined where it is no picture worth keeping. */
  readonly nameOf: (address: string) => string | undefined
  /** The pictures that were named. */
  readonly files: () => readonly InnerFile[]
}

/** Pictures of one page, at most; further ones are left out. */
export const mostDataPictures = 500

/** Characters; what is shorter is a placeholder or an icon. */
const shortest = 512

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
}

const head = /^data:(image\/[a-z0-9.+-]{1,40})(?:;[\w-]{1,20}=[\w-]{1,40}){0,3}(;base64)?,/i

interface Held {
  readonly address: string
  readonly name?: string
}

const bytesOf = (address: string): Uint8Array => {
  const match = head.exec(address)
  const body = address.slice(match?.[0].length ?? 0)
  if (match?.[2]) return Buffer.from(body.includes('%') ? unescaped(body) : body, 'base64')
  return Buffer.from(unescaped(body))
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare `%`, which SVG in a page often has.
    return text
  }
}

/** Stand-ins are data addresses too, and as long as what Readability takes for a real picture. */
const standInFor = (index: number): string => `data:image/png;base64,${String(index).padStart(160, '0')}`
const standIn = /^data:image\/png;base64,(0{150}\d{10})$/

export const createDataPictures = (): DataPictures => {
  const held: Held[] = []
  const byAddress = new Map<string, number>()
  let named = 0
  const hold = (address: string): number | undefined => {
    const known = byAddress.get(address)
    if (known !== undefined) return known
    if (address.length < shortest || held.length >= mostDataPictures || !head.test(address)) return undefined
    byAddress.set(address, held.length)
    return held.push({ address }) - 1
  }
  const indexOf = (address: string): number | undefined => {
    const match = standIn.exec(address.slice(0, 400))
    return match && address.length < 400 ? Number(match[1]) : hold(address)
  }
  return {
    standIn: (address) => {
      const index = hold(address)
      return index === undefined ? address : standInFor(index)
    },
    nameOf: (address) => {
      const index = address.startsWith('data:') ? indexOf(address) : undefined
      const picture = index === undefined ? undefined : held[index]
      if (index === undefined || !picture || picture.name !== undefined) return picture?.name
      const ending = endings[head.exec(picture.address)?.[1]?.toLowerCase() ?? '']
      if (ending === undefined) return undefined
      named += 1
      const name = `picture-${named}.${ending}`
      held[index] = { ...picture, name }
      return name
    },
    files: () =>
      held.flatMap(({ address, name }) =>
        name === undefined ? [] : [{ kind: 'file' as const, name, parts: partsOf(address) }],
      ),
  }
}

/** Decoded when it is asked for. */
function* partsOf(address: string): Generator<Uint8Array> {
  yield bytesOf(address)
}
