import { quotationsIn, type Quotation } from './quotationsIn'
import { readText } from './readText'
import type { DroppedPack, QuotationFinding, Quotations } from './types'

/** Texts that are held at once, as code points: articles of one pack lie next to each other. */
const heldTexts = 4

const createTexts = (pack: DroppedPack) => {
  const held = new Map<string, readonly string[] | undefined>()
  return async (path: string): Promise<readonly string[] | undefined> => {
    if (held.has(path)) return held.get(path)
    const file = pack.files.get(path)
    const text = file && Array.from(await readText(file))
    const [oldest] = held.keys()
    if (held.size >= heldTexts && oldest !== undefined) held.delete(oldest)
    held.set(path, text)
    return text
  }
}

const standsAt = (text: readonly string[], { start, end, exact, prefix, suffix }: Quotation): boolean => {
  const between = (from: number, to: number): string => text.slice(Math.max(0, from), to).join('')
  const around = (words: string, from: number, to: number): boolean =>
    words === '' || between(from, to) === words
  return (
    between(start, end) === exact &&
    around(prefix, start - Array.from(prefix).length, start) &&
    around(suffix, end, end + Array.from(suffix).length)
  )
}

const judge = async (
  quotation: Quotation,
  textOf: ReturnType<typeof createTexts>,
): Promise<QuotationFinding | undefined> => {
  const text = await textOf(quotation.path)
  if (text && standsAt(text, quotation)) return undefined
  const kind = text?.join('').includes(quotation.exact) ? 'moved' : 'lost'
  return { kind, quotation: quotation.exact, text: quotation.path }
}

/** Finds every quotation of the pack again in its texts, counted in code points; `payload` are the digests by path. */
export const checkQuotations = async (
  pack: DroppedPack,
  payload: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Quotations> => {
  const quotations = await quotationsIn(pack, payload)
  const textOf = createTexts(pack)
  const findings: QuotationFinding[] = []
  for (const quotation of quotations) {
    signal.throwIfAborted()
    const finding = await judge(quotation, textOf)
    if (finding) findings.push(finding)
  }
  return { total: quotations.length, found: quotations.length - findings.length, findings }
}
