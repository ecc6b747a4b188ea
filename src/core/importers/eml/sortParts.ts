import type { MimePart } from './mimeTree'

/** What stands in the text of a mail at one place: a text in one or two shapes, or a picture between texts. */
export type BodyPiece =
  | { readonly kind: 'text'; readonly plain?: MimePart; readonly html?: MimePart }
  | { readonly kind: 'picture'; readonly part: MimePart }

export interface SortedParts {
  readonly pieces: readonly BodyPiece[]
  /** Every part that comes along as a file. */
  readonly files: readonly MimePart[]
  /** What the text is locked in, where it is. */
  readonly lock?: 'PGP' | 'S/MIME' | 'S/MIME signature'
}

const isTextType = (type: string): boolean => type === 'text/plain' || type === 'text/html'

/** Shapes of the same text for some programs: of no use beside the plain one and the HTML. */
const otherShapes = new Set(['text/x-amp-html', 'text/enriched', 'text/richtext', 'text/watch-html'])

export const statedName = (part: MimePart): string | undefined =>
  part.disposition.parameters.get('filename') ?? part.type.parameters.get('name')

/** A leaf that is read as text: not sent as an attachment, and without a name, which files have; the mail itself may have one. */
const isBodyText = (part: MimePart, isRoot: boolean): boolean =>
  isTextType(part.type.value) &&
  part.disposition.value !== 'attachment' &&
  (isRoot || part.disposition.parameters.get('filename') === undefined) &&
  (isRoot || part.type.parameters.get('name') === undefined)

const lockOf = (part: MimePart): SortedParts['lock'] => {
  const { value, parameters } = part.type
  if (value === 'multipart/encrypted') return 'PGP'
  if (!/^application\/(?:x-)?pkcs7-mime$/.test(value)) return undefined
  const kind = parameters.get('smime-type')?.toLowerCase() ?? 'enveloped-data'
  if (kind === 'signed-data' || kind === 'certs-only') return 'S/MIME signature'
  return 'S/MIME'
}

/** The shapes of one text among the parts of an alternative (RFC 2046, 5.1.4); the later ones are the better. */
const toShapes = (pieces: readonly BodyPiece[]): readonly BodyPiece[] => {
  const texts = pieces.filter((piece) => piece.kind === 'text')
  const plain = texts.findLast((piece) => piece.plain)?.plain
  const html = texts.findLast((piece) => piece.html)?.html
  if (!plain && !html) return pieces
  return [{ kind: 'text', ...(plain ? { plain } : {}), ...(html ? { html } : {}) }]
}

/** Tells apart what is the text of a mail, and what comes along with it. Depth is bounded by `readMimeTree`. */
export const sortParts = (root: MimePart): SortedParts => {
  const files: MimePart[] = []
  let lock: SortedParts['lock']

  const sortLeaf = (part: MimePart, parent: MimePart | undefined): readonly BodyPiece[] => {
    const { value } = part.type
    lock ??= lockOf(part)
    if (value.startsWith('multipart/')) return part.from < part.to ? [{ kind: 'text', plain: part }] : []
    if (isBodyText(part, parent === undefined))
      return [{ kind: 'text', [value === 'text/html' ? 'html' : 'plain']: part }]
    if (otherShapes.has(value) && parent?.type.value === 'multipart/alternative') return []
    files.push(part)
    const isShown = value.startsWith('image/') && part.disposition.value !== 'attachment'
    return isShown && parent?.type.value === 'multipart/mixed' ? [{ kind: 'picture', part }] : []
  }

  const sort = (part: MimePart, parent: MimePart | undefined): readonly BodyPiece[] => {
    if (part.parts.length === 0) return sortLeaf(part, parent)
    lock ??= lockOf(part)
    if (part.type.value === 'multipart/encrypted') {
      files.push(...part.parts.filter((one) => one.type.value !== 'application/pgp-encrypted'))
      return []
    }
    const pieces = part.parts.flatMap((one) => sort(one, part))
    return part.type.value === 'multipart/alternative' ? toShapes(pieces) : pieces
  }

  const pieces = sort(root, undefined)
  return { pieces, files, ...(lock ? { lock } : {}) }
}
