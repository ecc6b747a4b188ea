import type { Verification } from '#shared/contract/jobs'
import { publicKeyLine, signatureFile } from '#shared/signature/sshSignature'
import { checkSignature, fingerprintOf } from '#core/exporters/sealing/signatures'
import type { Bag } from './bag'
import { bagProblem, type BagProblem } from './bagProblem'
import type { PackLimits } from './packLimits'
import { readWhole } from './tagFiles'
import type { OpenPackOptions } from './types'

export const tagManifest = 'tagmanifest-sha256.txt'

/** Who signed; a signature that is of something else is a change that nothing else shows. */
export const bagSignature = async (
  bag: Bag,
  limits: PackLimits,
  { knownKeys = [] }: OpenPackOptions,
  problems: BagProblem[],
): Promise<Pick<Verification, 'signed' | 'signer'>> => {
  if (!bag.files.has(signatureFile)) return { signed: 'unsigned' }
  const signed = bag.files.has(tagManifest) ? await readWhole(bag, tagManifest, limits) : Buffer.alloc(0)
  const armored = (await readWhole(bag, signatureFile, limits)).toString('latin1')
  const checked = checkSignature(armored, signed)
  if (checked === 'unsupported') return { signed: 'cannot-tell' }
  if (checked === 'wrong') {
    problems.push(bagProblem('changed', signatureFile, `it is no signature of ${tagManifest}`))
    return { signed: 'wrong' }
  }
  const [publicKey, fingerprint] = [publicKeyLine(checked.key), fingerprintOf(checked.key)]
  const known = knownKeys.find((key) => key.fingerprint === fingerprint)
  return known
    ? { signed: 'known-key', signer: { name: known.name, publicKey, fingerprint } }
    : { signed: 'unknown-key', signer: { publicKey, fingerprint } }
}
