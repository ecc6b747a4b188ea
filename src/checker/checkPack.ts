import { fingerprintWords } from '#shared/fingerprint/fingerprintWords'
import { parseManifest } from '#shared/pack/manifestLines'
import { signatureFile } from '#shared/signature/sshSignature'
import { checkQuotations } from './checkQuotations'
import { checkSignature } from './checkSignature'
import { readText } from './readText'
import { createSha256, toHex } from './sha256'
import type { CheckOptions, DroppedPack, Finding, PackEntry, Quotations, Report } from './types'

const payloadManifest = 'manifest-sha256.txt'
const tagManifest = 'tagmanifest-sha256.txt'

const noQuotations: Quotations = { total: 0, found: 0, findings: [] }

const cannotTell = (reason: string): Report => ({
  verdict: 'cannot-tell',
  reason,
  findings: [],
  checked: 0,
  bytes: 0,
  words: [],
  signature: { state: 'cannot-tell' },
  quotations: noQuotations,
})

/** Digests by path, or why the manifest is none. */
const readManifest = async (
  pack: DroppedPack,
  name: string,
): Promise<ReadonlyMap<string, string> | string> => {
  const file = pack.files.get(name)
  if (!file) return `The pack has no ${name}, so there is nothing to compare its files with.`
  const lines = parseManifest(await readText(file))
  if ('badLine' in lines) return `Line ${lines.badLine} of ${name} is no line of a manifest.`
  const digests = new Map(lines.map(({ path, digest }) => [path, digest]))
  return digests.size === lines.length ? digests : `${name} names a file twice.`
}

const hashOf = async (entry: PackEntry, signal: AbortSignal, onBytes: (count: number) => void) => {
  const hash = createSha256()
  for await (const piece of entry.read()) {
    signal.throwIfAborted()
    hash.update(piece)
    onBytes(piece.length)
  }
  return toHex(hash.digest())
}

/** Compares each named file that is there; one that cannot be read is changed, for nobody can say that it is not. */
const compareAll = async (pack: DroppedPack, stated: ReadonlyMap<string, string>, options: CheckOptions) => {
  const present = [...stated].flatMap(([path, digest]) => {
    const entry = pack.files.get(path)
    return entry ? [{ path, digest, entry }] : []
  })
  const totalBytes = present.reduce((sum, { entry }) => sum + entry.size, 0)
  const findings: Finding[] = []
  let bytes = 0
  for (const [done, { path, digest, entry }] of present.entries()) {
    const tell = (count: number): void => {
      bytes += count
      options.onProgress({ done, total: present.length, bytes, totalBytes })
    }
    options.signal.throwIfAborted()
    tell(0)
    const found = await hashOf(entry, options.signal, tell).catch((error: unknown) => {
      options.signal.throwIfAborted()
      return `unreadable: ${String(error)}`
    })
    if (found === digest) continue
    const why = found.startsWith('unreadable')
      ? 'it cannot be read'
      : 'its bytes are not those that the manifest states'
    findings.push({ kind: 'changed', path, why })
  }
  return { findings, checked: present.length, bytes }
}

const systemFiles = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i

const listFindings = (pack: DroppedPack, stated: ReadonlyMap<string, string>): Finding[] => {
  const own = new Set([tagManifest, signatureFile])
  const missing = [...stated.keys()].filter((path) => !pack.files.has(path))
  const added = [...pack.files.keys()].filter((path) => !stated.has(path) && !own.has(path))
  return [
    ...missing.map((path): Finding => ({
      kind: 'missing',
      path,
      why: 'a manifest names it, but it is not there',
    })),
    ...added.map((path): Finding => ({
      kind: 'added',
      path,
      why: systemFiles.test(path)
        ? 'no manifest names it; systems make files of this name by themselves'
        : 'no manifest names it',
    })),
  ]
}

const verdictOf = (findings: readonly Finding[], signature: Report['signature']): Report['verdict'] => {
  if (signature.state === 'wrong' || findings.some(({ kind }) => kind === 'changed')) return 'changed'
  return findings.length > 0 ? 'incomplete' : 'complete'
}

/** Looks at every byte of a pack and says what is not as its manifests state; changes nothing. */
export const checkPack = async (pack: DroppedPack, options: CheckOptions): Promise<Report> => {
  const [payload, tags] = [await readManifest(pack, payloadManifest), await readManifest(pack, tagManifest)]
  if (typeof payload === 'string') return cannotTell(payload)
  if (typeof tags === 'string') return cannotTell(tags)
  const stated = new Map([...payload, ...tags])
  const compared = await compareAll(pack, stated, options)
  const findings = [...compared.findings, ...listFindings(pack, stated)]
  const list = pack.files.get(tagManifest)
  const sha256 = list && (await hashOf(list, options.signal, () => undefined))
  const signature = await checkSignature(pack)
  return {
    verdict: verdictOf(findings, signature),
    findings,
    checked: compared.checked,
    bytes: compared.bytes,
    ...(sha256 === undefined ? {} : { sha256 }),
    words: sha256 === undefined ? [] : fingerprintWords(sha256),
    signature,
    quotations: await checkQuotations(pack, payload, options.signal),
  }
}
