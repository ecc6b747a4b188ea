import type { Bag } from './bag'
import { bagProblem, type BagProblem } from './bagProblem'
import { shownName, unsafeReason } from './entryName'
import { parseManifest } from '#shared/pack/manifestLines'
import type { PackLimits } from './packLimits'
import { decodeTagFile, readWhole } from './tagFiles'

/** The algorithms that are checked. MD5 and SHA-1 show accidents only; bags of others still come with them. */
const known = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])

export interface Manifest {
  readonly file: string
  readonly algorithm: string
  /** Of the payload, or of tag files. */
  readonly of: 'payload' | 'tags'
  readonly digests: ReadonlyMap<string, string>
}

export interface BagManifests {
  readonly manifests: readonly Manifest[]
  readonly problems: readonly BagProblem[]
}

const manifestName = /^(tag)?manifest-([a-z0-9]+)\.txt$/

const pathProblem = (
  file: string,
  path: string,
  of: Manifest['of'],
  limits: PackLimits,
): BagProblem | undefined => {
  const reason = unsafeReason(path, limits.depth)
  if (reason !== undefined) return bagProblem('unsafe', file, `names ${reason} (${shownName(path)})`)
  if ((of === 'payload') === path.startsWith('data/')) return undefined
  return bagProblem('unsafe', file, `names a file outside its part of the bag (${shownName(path)})`)
}

const readManifest = async (
  bag: Bag,
  file: string,
  encoding: string,
  limits: PackLimits,
): Promise<{ manifest: Manifest; problems: BagProblem[] }> => {
  const [, tag, algorithm = ''] = manifestName.exec(file) ?? []
  const of = tag === undefined ? 'payload' : 'tags'
  const text = decodeTagFile(await readWhole(bag, file, limits), encoding)
  const lines = text === undefined ? { badLine: 1 } : parseManifest(text)
  const digests = new Map<string, string>()
  const problems: BagProblem[] = []
  if ('badLine' in lines)
    problems.push(bagProblem('unverifiable', file, `line ${lines.badLine} is no line of a manifest`))
  else
    for (const { path, digest } of lines) {
      const problem = pathProblem(file, path, of, limits)
      if (problem) problems.push(problem)
      else if (digests.has(path))
        problems.push(bagProblem('unverifiable', file, `names ${shownName(path)} twice`))
      else digests.set(path, digest)
    }
  return { manifest: { file, algorithm, of, digests }, problems }
}

/** Every manifest whose algorithm is known, and what is wrong with them as lists. */
export const readManifests = async (
  bag: Bag,
  encoding: string,
  limits: PackLimits,
): Promise<BagManifests> => {
  const manifests: Manifest[] = []
  const problems: BagProblem[] = []
  for (const file of [...bag.files.keys()].sort()) {
    const [, , algorithm] = manifestName.exec(file) ?? []
    if (algorithm === undefined || !known.has(algorithm)) continue
    const read = await readManifest(bag, file, encoding, limits)
    manifests.push(read.manifest)
    problems.push(...read.problems)
  }
  if (!manifests.some((manifest) => manifest.of === 'payload'))
    problems.push(
      bagProblem('unverifiable', 'manifest', 'there is no manifest by an algorithm that is known here'),
    )
  return { manifests, problems }
}
