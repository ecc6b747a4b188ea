import { articleText, textLines } from '#core/records/articleText'
import { sha256Of } from '#core/records/digest'
import type { Passage, Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import { selectorContext, type TextSelector } from '#shared/model/selector'
import type { Mask } from './createMask'
import { maskTexts } from './maskTexts'

/** Links keep their words; one that names what is withheld, in its words or its address, goes. */
const maskPassage = (passage: Passage, mask: Mask): Passage => {
  const { text, move } = mask(passage.text)
  const links = passage.links
    ?.filter(({ url }) => mask(url).text === url)
    .map((link) => ({ ...link, start: move(link.start, 'start'), end: move(link.end, 'end') }))
  const { links: _links, ...rest } = passage
  return { ...maskTexts(rest, mask), text, ...(links && links.length > 0 ? { links } : {}) }
}

const maskVersion = (version: Version, mask: Mask): Version => ({
  ...maskTexts({ ...version, passages: [] }, mask),
  passages: version.passages.map((passage) => maskPassage(passage, mask)),
})

export const maskArticle = (article: ArticleRecord, mask: Mask): ArticleRecord => ({
  ...maskTexts({ ...article, versions: [] }, mask),
  versions: article.versions.map((version) => maskVersion(version, mask)),
})

/** Where a place of a version's text is in its masked text. */
const movedIn = (version: Version, mask: Mask, offset: number, edge: 'start' | 'end'): number => {
  let shift = 0
  for (const line of textLines(version)) {
    const masked = mask(line.text)
    if (offset <= line.end) return line.start + shift + masked.move(offset - line.start, edge)
    shift += masked.move(line.end - line.start, 'end') - (line.end - line.start)
  }
  return offset + shift
}

/** A selector of a version, in the text of that version after masking; one that does not fit its version loses its context. */
export const maskSelector = (
  selector: TextSelector,
  version: Version | undefined,
  mask: Mask,
): TextSelector => {
  const before = version ? Array.from(articleText(version)) : []
  if (!version || before.slice(selector.start, selector.end).join('') !== selector.exact)
    return { ...selector, exact: mask(selector.exact).text, prefix: '', suffix: '' }
  const text = articleText(maskVersion(version, mask))
  const after = Array.from(text)
  const start = movedIn(version, mask, selector.start, 'start')
  const end = movedIn(version, mask, selector.end, 'end')
  return {
    exact: after.slice(start, end).join(''),
    prefix: after.slice(Math.max(0, start - selectorContext), start).join(''),
    suffix: after.slice(end, end + selectorContext).join(''),
    start,
    end,
    textSha256: sha256Of(Buffer.from(text, 'utf8')),
  }
}
