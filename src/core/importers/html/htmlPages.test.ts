import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { createArticleDraft } from '../articleDraft'
import { articleIn } from '../fixtures/readWith'
import { parseMarkup } from '../markup/parseMarkup'
import { textInside } from '../markup/elements'
import { htmlImporter } from './htmlImporter'

const root = sharedFolder('corpora/pages')

interface Stated {
  readonly title: string | null
  readonly byline: string | null
  readonly publishedTime: string | null
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** All text of the expected page, blocks apart. */
const expectedText = (html: string): string =>
  textInside(parseMarkup(html.replace(/<\/?(?:p|div|h\d|li|td|th|tr|br|figcaption|figure|img)\b/gi, ' $&')))

const textOf = ({ passages, slots }: ParsedArticle): string =>
  [...passages.map(({ text }) => text), ...slots.flatMap(({ caption, credit }) => [caption ?? '', credit ?? ''])].join(
    '\n',
  )

/** Harmonic mean of precision and recall over words, each counted as often as it stands there. */
const wordF1 = (one: readonly string[], other: readonly string[]): number => {
  if (one.length + other.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return (2 * shared) / (one.length + other.length)
}

const folded = (text: string): string => words(text).join(' ')

/** The same, or the same without the site's name that the expected title still has. */
const isTitle = (found: string, stated: string): boolean =>
  folded(found) === folded(stated) ||
  (folded(found) !== '' && (folded(stated).startsWith(folded(found)) || folded(stated).endsWith(folded(found))))

const isByline = (found: string | undefined, stated: string): boolean =>
  folded(found ?? '') === folded(stated.replace(/^by\s/i, ''))

const day = (date: string): string => date.slice(0, 10)

void createArticleDraft
if (root !== undefined)
  describe('the pages of the corpus', async () => {
    const results = []
    for (const name of readdirSync(root)) {
      const at = join(root, name)
      const stated = JSON.parse(readFileSync(join(at, 'expected-metadata.json'), 'utf8')) as Stated
      const t = performance.now()
      const article = await articleIn(htmlImporter, readFileSync(join(at, 'source.html')), 'source.html').catch(
        (e: unknown) => { console.log(name, e); return undefined },
      )
      const ms = performance.now() - t
      const expected = readFileSync(join(at, 'expected.html'), 'utf8')
      const f1 = article ? wordF1(words(textOf(article)), words(expectedText(expected))) : 0
      results.push({ name, article, f1, stated })
      const f = article?.fields
      if (f1 < 0.985) console.log('F1', name, f1.toFixed(3), Math.round(ms))
      if (stated.title && !isTitle(f?.headline ?? '', stated.title)) console.log('TITLE', name, '|', f?.headline, '|', stated.title)
      else if (stated.title && folded(f?.headline??'') !== folded(stated.title)) console.log('title~', name, '|', f?.headline, '|', stated.title)
      if (stated.byline && !isByline(f?.byline, stated.byline)) console.log('BYLINE', name, '|', f?.byline, '|', stated.byline)
      if (stated.publishedTime && day(f?.published?.literal ?? f?.published?.edtf ?? '') !== day(stated.publishedTime)) console.log('DATE', name, '|', JSON.stringify(f?.published), '|', stated.publishedTime)
      if (process.env['SHOW']) console.log(name, Math.round(ms), JSON.stringify({...f, d: article?.doubts, fu: article?.furniture, sl: article?.sourceLines, slots: article?.slots.length, s: article?.passages.filter(p=>p.passageKind==='summary').map(p=>p.text)}))
    }
    it('reads', () => {
      console.log(results.reduce((s, r) => s + r.f1, 0) / results.length)
      expect(1).toBe(1)
    })
  })
