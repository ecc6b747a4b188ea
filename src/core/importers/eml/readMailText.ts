import type { ParsedArticle } from '#shared/model/parsed'
import { CuttingsError } from '#shared/errors'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { parseMarkup } from '../markup/parseMarkup'
import { readBlocks } from '../markup/readBlocks'
import { decodeBody, type DecodedBody } from './decodeBody'
import { headerOf } from './headerBlock'
import type { MailFile } from './innerFiles'
import type { MimePart } from './mimeTree'
import { partContent } from './partContent'
import { addPlainPassages } from './plainPassages'
import type { BodyPiece } from './sortParts'

type Charset = NonNullable<ParsedArticle['charset']>
type Markup = ReturnType<typeof parseMarkup>

export interface MailText {
  /** Of the first text that was read. */
  readonly charset?: Charset
  /** Text that is a message of PGP by itself, which is no text to read. */
  readonly locked: readonly MimePart[]
}

const metaCharset = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i

const decoded = (mail: Buffer, part: MimePart, isHtml: boolean): DecodedBody => {
  const { bytes, doubts } = partContent(mail, part)
  const head = isHtml ? Buffer.from(bytes.subarray(0, 2048)).toString('latin1') : ''
  const stated = part.type.parameters.get('charset') ?? metaCharset.exec(head)?.[1]
  const body = decodeBody(bytes, stated)
  return { ...body, doubts: [...doubts, ...body.doubts] }
}

/** Address under which the text of the mail speaks of a part: by its Content-ID, or its Content-Location (RFC 2557). */
const picturesOf = (files: readonly MailFile[]): ((address: string) => string | undefined) => {
  const names = new Map<string, string>()
  for (const { part, name } of files) {
    const id = headerOf(part.headers, 'content-id')?.replace(/^<|>$/g, '')
    const location = headerOf(part.headers, 'content-location')
    if (id) names.set(`cid:${id}`, name)
    if (location) names.set(location, name)
  }
  return (address) => {
    const plain = /^cid:/i.test(address) ? `cid:${unescaped(address.slice(4))}` : address
    return names.get(plain)
  }
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: the address as it stands.
    return text
  }
}

/** Characters of a text by which it is weighed. */
const weighed = 500_000

const wordCount = (text: string): number => text.slice(0, weighed).match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The words that a page shows, without those of styles and the like. */
const shownWords = (markup: Markup): number => {
  const draft = createArticleDraft()
  readBlocks(markup.children, draft)
  const texts = draft.parts().passages.map((passage) => passage.text)
  return wordCount(texts.join(' '))
}

/** Markup that is nested beyond reason is no text to read where there is a plain one. */
const markupOf = (text: string, hasPlain: boolean): Markup | undefined => {
  try {
    return parseMarkup(text)
  } catch (error) {
    if (hasPlain && error instanceof CuttingsError) return undefined
    throw error
  }
}

/** A plain text that says less than this share of the HTML is a hint that there is more. */
const leastShare = 0.6

const showsPictures = (html: string): boolean => /\bsrc\s{0,9}=\s{0,9}["']?cid:/i.test(html)

/** Reads what is text in a mail into a draft, in its order. */
export const readMailText = (
  mail: Buffer,
  pieces: readonly BodyPiece[],
  files: readonly MailFile[],
  draft: ArticleDraft,
): MailText => {
  const pictureOf = picturesOf(files)
  const locked: MimePart[] = []
  let charset: Charset | undefined
  let isGuess = false

  const take = (body: DecodedBody): void => {
    charset ??= body.charset
    for (const { field, message } of body.doubts) draft.doubt(field, message)
  }

  const addPlain = (part: MimePart, body: DecodedBody): void => {
    take(body)
    if (part.type.value.startsWith('multipart/'))
      draft.doubt('passages', 'The parts of this mail cannot be told apart; what follows is as it stands.')
    if (/^\s*-----BEGIN PGP MESSAGE-----/.test(body.text)) {
      locked.push(part)
      return
    }
    const { parameters } = part.type
    const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed'
    const deletesSpace = parameters.get('delsp')?.toLowerCase() === 'yes'
    if (addPlainPassages(body.text, { isFlowed, deletesSpace }, draft)) isGuess = true
  }

  const addHtml = (part: MimePart, body: DecodedBody, markup: Markup): void => {
    take(body)
    const location = headerOf(part.headers, 'content-base') ?? headerOf(part.headers, 'content-location')
    const base = location !== undefined && URL.canParse(location) ? location : undefined
    readBlocks(markup.children, draft, { lines: true, pictureOf, base })
  }

  /** The better of the two: HTML where it shows pictures or says more, else the plain text. */
  const addText = ({ plain, html }: { readonly plain?: MimePart; readonly html?: MimePart }): void => {
    const plainBody = plain && decoded(mail, plain, false)
    const htmlBody = html && decoded(mail, html, true)
    const markup = htmlBody && markupOf(htmlBody.text, plainBody !== undefined)
    const isHtmlBetter =
      htmlBody &&
      markup &&
      (!plainBody ||
        showsPictures(htmlBody.text) ||
        wordCount(plainBody.text) < shownWords(markup) * leastShare)
    if (html && isHtmlBetter) addHtml(html, htmlBody, markup)
    else if (plain && plainBody) addPlain(plain, plainBody)
  }

  for (const piece of pieces) {
    if (piece.kind === 'text') addText(piece)
    else {
      const picture = files.find(({ part }) => part === piece.part)?.name
      const isShown = draft.parts().slots.some((slot) => slot.picture === picture)
      if (!isShown) draft.addSlot({ picture })
    }
  }
  if (isGuess)
    draft.doubt('passages', 'The lines are wrapped; where a paragraph ends was taken from short lines.')
  return { locked, ...(charset ? { charset } : {}) }
}
