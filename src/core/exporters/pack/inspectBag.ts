import { signatureFile } from '#shared/signature/sshSignature'
import type { Bag } from './bag'
import { readManifests, type Manifest } from './bagManifests'
import { bagProblem, type BagProblem } from './bagProblem'
import type { Comparisons } from './comparisons'
import { digestsOf } from './digestStream'
import type { PackLimits } from './packLimits'
import { decodeTagFile, parseBagInfo, parseDeclaration, readWhole, type Declaration } from './tagFiles'
import type { OpenPackOptions } from './types'

/** What a look at every byte of a bag found. */
export interface Inspection {
  readonly problems: readonly BagProblem[]
  /** Files whose bytes were compared. */
  readonly checked: number
  readonly info: ReadonlyMap<string, string>
  /** Digests as stated and found right, by path, by algorithm: the ground on which records are read. */
  readonly sha256: ReadonlyMap<string, string>
}

export interface InspectOptions extends Pick<OpenPackOptions, 'signal' | 'onProgress'> {
  readonly limits: PackLimits
  readonly comparisons: Comparisons
}

const isPayload = (path: string): boolean => path.startsWith('data/')

/** Missing and extra files (RFC 8493, 3): each manifest names each payload file since 1.0, all of them together before. */
const listProblems = (
  bag: Bag,
  manifests: readonly Manifest[],
  version: Declaration['version'],
  ours: boolean,
  { notIn }: Comparisons,
): BagProblem[] => {
  const found = new Set(bag.files.keys())
  const named = (of: Manifest['of']) =>
    new Set(manifests.filter((each) => each.of === of).flatMap((each) => [...each.digests.keys()]))
  const payload = named('payload')
  const tags = named('tags')
  const found_payload = [...found].filter(isPayload)
  const partial = manifests
    .filter((each) => each.of === 'payload' && version[0] >= 1)
    .flatMap((each) =>
      notIn(
        found_payload.filter((path) => payload.has(path)),
        new Set(each.digests.keys()),
      ).map((path) => bagProblem('extra', path, `${each.file} does not name it`)),
    )
  const tagFiles = [...found].filter(
    (path) => !isPayload(path) && !/^tagmanifest-\w+\.txt$/.test(path) && path !== signatureFile,
  )
  return [
    ...notIn([...payload, ...tags], found).map((path) =>
      bagProblem('missing', path, 'a manifest names it, but it is not there'),
    ),
    ...notIn(found_payload, payload).map((path) => bagProblem('extra', path, 'no manifest names it')),
    ...(ours
      ? notIn(tagFiles, tags).map((path) => bagProblem('extra', path, 'no manifest of tag files names it'))
      : []),
    ...partial,
  ]
}

/** Compares the bytes of each named file with each digest that is stated for it. */
const contentProblems = async (bag: Bag, manifests: readonly Manifest[], options: InspectOptions) => {
  const { signal, onProgress, comparisons } = options
  const paths = [...bag.files.keys()].filter((path) => manifests.some((each) => each.digests.has(path)))
  const problems: BagProblem[] = []
  let bytes = 0
  for (const [done, path] of paths.entries()) {
    signal?.throwIfAborted()
    onProgress?.({ done, total: paths.length, bytes })
    const stated = manifests.filter((each) => each.digests.has(path))
    const algorithms = [...new Set(stated.map((each) => each.algorithm))]
    const { digests } = await digestsOf(bag.read(path), algorithms, (count) => {
      signal?.throwIfAborted()
      bytes += count
    })
    const wrong = stated.find(
      (each) => !comparisons.sameDigest(each.digests.get(path) ?? '', digests.get(each.algorithm) ?? ''),
    )
    if (wrong) problems.push(bagProblem('changed', path, `its bytes are not those that ${wrong.file} states`))
  }
  onProgress?.({ done: paths.length, total: paths.length, bytes })
  return { problems, checked: paths.length }
}

const countProblems = (bag: Bag, info: ReadonlyMap<string, string>): BagProblem[] => {
  const stated = info.get('payload-oxum')
  if (stated === undefined) return []
  const payload = [...bag.files].filter(([path]) => isPayload(path))
  const found = `${payload.reduce((total, [, bytes]) => total + bytes, 0)}.${payload.length}`
  return stated === found
    ? []
    : [bagProblem('count', 'bag-info.txt', `Payload-Oxum states ${stated}, but the payload is ${found}`)]
}

const readInfo = async (bag: Bag, encoding: string, limits: PackLimits) => {
  if (!bag.files.has('bag-info.txt')) return new Map<string, string>()
  const text = decodeTagFile(await readWhole(bag, 'bag-info.txt', limits), encoding)
  return text === undefined ? undefined : parseBagInfo(text)
}

const nothing = { checked: 0, info: new Map<string, string>(), sha256: new Map<string, string>() }

/** Looks at every byte of a bag and says what is not as it states. Follows no fetch.txt; reads nothing outside the bag. */
export const inspectBag = async (bag: Bag, options: InspectOptions): Promise<Inspection> => {
  const { limits } = options
  const first: BagProblem[] = []
  if (bag.files.has('fetch.txt'))
    first.push(bagProblem('unsafe', 'fetch.txt', 'it names files elsewhere, and nothing is ever fetched'))
  const declaration = bag.files.has('bagit.txt')
    ? parseDeclaration(await readWhole(bag, 'bagit.txt', limits))
    : undefined
  if (!declaration) {
    const message = bag.files.has('bagit.txt')
      ? 'it is not a bag declaration'
      : 'there is none: this is no bag'
    return { ...nothing, problems: [...first, bagProblem('unverifiable', 'bagit.txt', message)] }
  }
  const { encoding, version } = declaration
  const info = await readInfo(bag, encoding, limits)
  if (!info) first.push(bagProblem('unverifiable', 'bag-info.txt', 'it is not text in the encoding stated'))
  const { manifests, problems } = await readManifests(bag, encoding, limits)
  const ours = info?.has('x-pack-profile') ?? false
  const lists = listProblems(bag, manifests, version, ours, options.comparisons)
  const content = await contentProblems(bag, manifests, options)
  const sha256 = manifests.find((each) => each.of === 'payload' && each.algorithm === 'sha256')
  return {
    problems: [
      ...first,
      ...problems,
      ...lists,
      ...content.problems,
      ...countProblems(bag, info ?? new Map()),
    ],
    checked: content.checked,
    info: info ?? new Map(),
    sha256: sha256?.digests ?? new Map(),
  }
}
