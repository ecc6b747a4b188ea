import type { PrintablePage } from '#shared/contract/host'
import { CuttingsError } from '#shared/errors'
import { parseManifest } from '#shared/pack/manifestLines'
import type { Bag } from '../exporters/pack/bag'
import { createDigester } from '../exporters/pack/digestStream'
import { openBag } from '../exporters/pack/openBag'
import { packLimits } from '../exporters/pack/packLimits'
import { readWhole } from '../exporters/pack/tagFiles'
import { pictureHeadBytes, pictureType } from '../process/pictureType'
import { headlineOf, withoutFileLinks } from './pageMarkup'
import type { PackPages, PagePart } from './types'

/** Stories of one pack that are offered. */
const mostPages = 200

const kinds: readonly (readonly [RegExp, PrintablePage['kind']])[] = [
  [/^data\/articles\/[^/]+\/annotated\.html$/, 'annotated'],
  [/^data\/photos\/contact-sheet\.html$/, 'contact-sheet'],
]

const isPicture = (path: string): boolean => /^data\/photos\/[^/]+\.(?:jpg|png|gif|webp|avif)$/.test(path)

const manifest = 'manifest-sha256.txt'

const readDigests = async (bag: Bag): Promise<ReadonlyMap<string, string>> => {
  const lines = bag.files.has(manifest)
    ? parseManifest((await readWhole(bag, manifest, packLimits)).toString('utf8'))
    : { badLine: 0 }
  if ('badLine' in lines)
    throw new CuttingsError('pack-unverifiable', { reason: `${manifest} cannot be read` })
  return new Map(lines.map(({ path, digest }) => [path, digest]))
}

/** The bytes of a file, and at their end whether they are those that the manifest names. */
const createReading = (bag: Bag, digests: ReadonlyMap<string, string>) => {
  const changed: string[] = []
  return {
    read: async function* (path: string): AsyncGenerator<Uint8Array> {
      const digester = createDigester(['sha256'])
      yield* digester.through(bag.read(path))
      if (digester.result().digests.get('sha256') !== digests.get(path)) changed.push(path)
    },
    check: (): void => {
      const [first] = changed
      if (first !== undefined)
        throw new CuttingsError('pack-changed', { reason: `${first} is not what its manifest says` })
    },
  }
}

const wholeText = async (chunks: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

/** Takes a picture's type from its first bytes, and gives all of them on. */
const readPicture = async (chunks: AsyncGenerator<Uint8Array>): Promise<PagePart | undefined> => {
  let head = Buffer.alloc(0)
  while (head.length < pictureHeadBytes) {
    const next = await chunks.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const type = pictureType(head)
  if (type === undefined) {
    await chunks.return(undefined)
    return undefined
  }
  const body = async function* (): AsyncGenerator<Uint8Array> {
    yield head
    yield* chunks
  }
  return { type, body: body() }
}

/**
 * Opens a pack that was just written, folder or zip, for its pages to be printed as they stand in it. Refuses what `openBag`
 * refuses, so also a pack that is encrypted.
 */
export const openPackPages = async (pack: string): Promise<PackPages> => {
  const bag = await openBag(pack, packLimits)
  try {
    const { read, check } = createReading(bag, await readDigests(bag))
    const found = kinds.flatMap(([pattern, kind]) =>
      [...bag.files.keys()]
        .filter((path) => pattern.test(path))
        .sort()
        .slice(0, mostPages)
        .map((path) => ({ path, kind })),
    )
    const pages: PrintablePage[] = []
    for (const [number, { path, kind }] of found.entries()) {
      const title = kind === 'annotated' ? headlineOf(await wholeText(read(path))) : undefined
      pages.push({ number, kind, ...(title === undefined ? {} : { title }) })
    }
    check()
    const paths = new Set(found.map(({ path }) => path))
    return {
      pages,
      pathOf: (number) => {
        const page = found[number]
        if (!page) throw new CuttingsError('not-found', { what: 'page' })
        return page.path
      },
      read: async (path) => {
        if (paths.has(path)) {
          const text = withoutFileLinks(await wholeText(read(path)))
          return {
            type: 'text/html; charset=utf-8',
            body: (async function* () {
              yield Buffer.from(text)
            })(),
          }
        }
        return isPicture(path) && bag.files.has(path) ? readPicture(read(path)) : undefined
      },
      check,
      close: bag.close,
    }
  } catch (error) {
    await bag.close()
    throw error
  }
}

/** Opens the pages of a pack for one use, and closes it whatever becomes of that. */
export const withPackPages = async <T>(pack: string, use: (pages: PackPages) => Promise<T>): Promise<T> => {
  const pages = await openPackPages(pack)
  try {
    return await use(pages)
  } finally {
    await pages.close()
  }
}
