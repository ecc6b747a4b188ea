import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CuttingsError } from '#shared/errors'
import { sendEmpty, sendHead } from './sendAnswer'

/** Streams a page of a pack that the browser is to print, or a picture on it: no script runs in it, and it loads nothing else. */
export const sendPrinted = async (response: ServerResponse, pack: string, path: string): Promise<void> => {
  const { withPackPages } = await import('#core/printing/openPackPages')
  const { printedPolicy } = await import('#core/printing/printedPolicy')
  try {
    await withPackPages(pack, async ({ read }) => {
      const part = await read(path)
      if (!part) return sendEmpty(response, 404)
      sendHead(response, {
        'content-security-policy': printedPolicy(),
        'content-type': part.type,
        'cache-control': 'no-store',
      })
      return pipeline(part.body, response)
    })
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    sendEmpty(response, 404)
  }
}
