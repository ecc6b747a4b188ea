import { Readable } from 'node:stream'
import { printedPolicy } from '#core/printing/printedPolicy'
import type { PackPages } from '#core/printing/types'

const empty = (status: number): Response => new Response(null, { status })

/** Answers `pack://<name>/<path in the pack>` from the packs that are being printed, by the names that they were given for that. */
export const answerPackRequest = async (
  printed: ReadonlyMap<string, PackPages>,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<Response> => {
  const { host, pathname, search } = new URL(url)
  const pages = printed.get(host)
  if (method !== 'GET' || search !== '' || !pages) return empty(400)
  const part = await pages.read(pathname.slice(1))
  if (!part) return empty(404)
  return new Response(Readable.toWeb(Readable.from(part.body)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': part.type,
      'content-security-policy': printedPolicy(),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
