import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { foreignPolicy } from '#shared/contentPolicy'
import { originalPath, smallPicturePath } from '#core/process/originalPath'
import { pictureHeadBytes, pictureType } from '#core/process/pictureType'

const empty = (status: number): Response => new Response(null, { status })

const answerPicture = async (file: FileHandle): Promise<Response> => {
  const head = Buffer.alloc(pictureHeadBytes)
  await file.read(head, 0, head.length, 0)
  const type = pictureType(head)
  if (!type) {
    await file.close()
    return empty(415)
  }
  const { size } = await file.stat()
  // The stream closes the file, whether it is read to its end or given up.
  const body = Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-security-policy': foreignPolicy,
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** What lies under a hash. Chromium writes the address of a host alone with a `/`; other readers leave it out. */
const paths: Readonly<Partial<Record<string, typeof originalPath>>> = Object.assign(
  Object.create(null) as object,
  { '': originalPath, '/': originalPath, '/small': smallPicturePath },
)

/**
 * Answers `original://<sha256>/` with a picture of the archive that is open, and `original://<sha256>/small` with the small
 * one that was made of it; with nothing else that lies in it.
 */
export const answerOriginalRequest = async (archive: string, request: Request): Promise<Response> => {
  const { host, pathname, search, username, password } = new URL(request.url)
  const path = paths[pathname]
  const isPlain = search + username + password === '' && /^[0-9a-f]{64}$/.test(host)
  if (request.method !== 'GET' || !path || !isPlain) return empty(400)
  const file = await open(path(archive, host), 'r').catch(() => undefined)
  return file ? answerPicture(file) : empty(404)
}
