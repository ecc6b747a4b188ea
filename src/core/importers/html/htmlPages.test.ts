import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { articleIn } from '../fixtures/readWith'
import { wordF1, wordsOf, wordsOfArticle, wordsOfPage } from './fixtures/wordF1'
import { htmlImporter } from './htmlImporter'

/** 56 pages of mozilla/readability with the text and the metadata that belong to them. */
const root = sharedFolder('corpora/pages')

interface Stated {
  readonly title: string | null
  readonly byline: string | null
  readonly publishedTime: string | null
}

const folded = (text: string | undefined): string => wordsOf(text ?? '').join(' ')

/** The same, or the same without the name of the site, which the expected title may still have. */
const isTitle = (found: string, stated: string): boolean =>
  folded(found) !== '' && (folded(stated).startsWith(folded(found)) || folded(stated).endsWith(folded(found)))

const isByline = (found: string | undefined, stated: string): boolean =>
  folded(found) === folded(stated.replace(/^by\s/i, ''))

/** Two of the stated bylines are lines that tell when: they name nobody. */
const namesNobody = (byline: string): boolean => /^(?:april 28|last updated)/i.test(byline)

const read = async (folder: string, name: string) => {
  const at = join(folder, name)
  const stated = JSON.parse(readFileSync(join(at, 'expected-metadata.json'), 'utf8')) as Stated
  const article = await articleIn(htmlImporter, readFileSync(join(at, 'source.html')), 'source.html')
  const expected = readFileSync(join(at, 'expected.html'), 'utf8')
  const { headline, byline, published } = article.fields
  const day = (published?.literal ?? published?.edtf ?? '').slice(0, 10)
  return {
    name,
    f1: wordF1(wordsOfArticle(article), wordsOfPage(expected)),
    title: stated.title ? isTitle(headline, stated.title) : undefined,
    byline: stated.byline && !namesNobody(stated.byline) ? isByline(byline, stated.byline) : undefined,
    date: stated.publishedTime ? day === stated.publishedTime.slice(0, 10) : undefined,
  }
}

const shareOf = (results: readonly (boolean | undefined)[]): number => {
  const stated = results.filter((result) => result !== undefined)
  return stated.filter(Boolean).length / stated.length
}

it('measures two texts by the words that they share (control)', () => {
  expect(wordF1(wordsOf('the boat came in'), wordsOf('The boat came in.'))).toBe(1)
  expect(wordF1(wordsOf('the boat came in'), wordsOf('the boat went out'))).toBeCloseTo(0.5)
  expect(wordF1(wordsOf('the boat'), wordsOf('a tide'))).toBe(0)
})

if (root !== undefined)
  describe('the web page importer on saved pages', async () => {
    const results = await Promise.all(readdirSync(root).map((name) => read(root, name)))

    it('finds the words of the article, and only these', () => {
      const worst = results.filter(({ f1 }) => f1 < 0.9).map(({ name, f1 }) => `${name} ${f1}`)
      expect(worst).toEqual([])
      expect(results.reduce((sum, { f1 }) => sum + f1, 0) / results.length).toBeGreaterThanOrEqual(0.99)
    })

    it('finds the headline, the byline and the date where the page states them', () => {
      expect(shareOf(results.map(({ title }) => title))).toBeGreaterThanOrEqual(0.95)
      expect(shareOf(results.map(({ byline }) => byline))).toBeGreaterThanOrEqual(0.95)
      expect(shareOf(results.map(({ date }) => date))).toBe(1)
    })
  })
