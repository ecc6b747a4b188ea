import type { IncomingMessage } from 'node:http'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Offered } from '#shared/contract/host'
import { CuttingsError } from '#shared/errors'
import { faultCode } from '#core/store/faults'
import type { TokenPurpose, TokenTable } from '#core/process/tokenTable'
import { safeFileName } from './fileName'
import type { SessionFolder } from './sessionFolder'

export interface UploadDependencies {
  readonly folder: SessionFolder
  readonly tokens: TokenTable
  /** Bytes of one file. */
  readonly limit: number
}

const tooLarge = (bytes: number, limit: number): CuttingsError =>
  new CuttingsError('too-large', { bytes, limit, format: 'an upload' })

const writeBody = async (request: AsyncIterable<Uint8Array>, path: string, limit: number): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of request) {
      bytes += chunk.length
      if (bytes > limit) throw tooLarge(bytes, limit)
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
}

const withoutSpace = (cause: unknown): unknown =>
  faultCode(cause) === 'ENOSPC' ? new CuttingsError('disk-full', { what: 'the upload' }, { cause }) : cause

/** Streams one file of a page into the archive's staging and answers the token that stands for it. */
export const receiveUpload = async (
  request: IncomingMessage,
  name: string,
  purpose: TokenPurpose,
  { folder, tokens, limit }: UploadDependencies,
): Promise<Offered> => {
  const place = await folder.createPlace()
  const path = join(place, safeFileName(name))
  try {
    await writeBody(request, path, limit)
  } catch (error) {
    await rm(place, { recursive: true, force: true })
    throw withoutSpace(error)
  }
  return { token: tokens.adopt(path, purpose), name: safeFileName(name) }
}
