import type { ContentType } from '../mhtml/mimeHeaders'
import { readContentType } from '../mhtml/mimeHeaders'
import { digestOf, type DigestState } from './checkDigest'
import { readHttpResponse } from './httpResponse'
import type { WebRecord } from './readRecords'
import { textLimit } from '../textLimit'

/** Something that was captured: a page, a picture. */
export interface WebCapture {
  readonly url: string
  readonly at: string | undefined
  readonly type: ContentType
  readonly digest: () => DigestState
  /** Undefined where it cannot be unpacked. */
  readonly content: () => Buffer | undefined
}

/** Bytes of one record that are held, packed or not. */
export const mostHeld = textLimit

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:/i.test(url) && URL.canParse(url) && url.length <= 4000

/** What a record holds, where it holds something that was answered with 200; undefined for all others. */
export const readCapture = async (
  record: WebRecord,
  onTooLarge: () => void = () => undefined,
): Promise<WebCapture | undefined> => {
  const { recordType, url, at, headers } = record
  if (!isWebAddress(url) || (recordType !== 'response' && recordType !== 'resource')) return undefined
  const block = await record.block(mostHeld)
  if (!block) {
    onTooLarge()
    return undefined
  }
  const base = { url: new URL(url).href, at }
  if (recordType === 'resource') {
    const digest = (): DigestState => digestOf(headers, block, [block])
    return { ...base, type: readContentType(headers.get('content-type')), digest, content: () => block }
  }
  const response = readHttpResponse(block)
  if (response?.status !== 200) return undefined
  const { type, sent, joined } = response
  return {
    ...base,
    type,
    digest: () => digestOf(headers, block, [sent, joined]),
    content: () => response.content(mostHeld),
  }
}
