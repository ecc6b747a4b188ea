import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage, SourceLine, Version } from './article'
import type { Citation } from './citation'
import { supportOf } from './support'

const id = (n: number): string => `01950000-0000-7000-8000-${String(n).padStart(12, '0')}`
const versionId = id(900)

const paragraph = (number: number): Passage => ({
  label: String(number),
  ordinal: number,
  passageKind: 'paragraph',
  text: `Paragraph ${number}.`,
})

const citation = (n: number, passage: string, origin: Citation['origin'] = 'printed'): Citation => ({
  id: id(n),
  kind: 'citation',
  articleId: id(901),
  versionId,
  passage,
  literal: 'Example Wire',
  origin,
})

const line = (order: number, after: string, ...citations: number[]): SourceLine => ({
  after,
  literal: 'Source: Example Wire',
  order,
  citationIds: citations.map(id),
})

const version = (passages: Passage[], sourceLines: SourceLine[]): Version => ({
  id: versionId,
  articleId: id(901),
  number: 1,
  importedAt: '2026-01-01T00:00:00.000Z',
  passages,
  sourceLines,
  slots: [],
  furniture: [],
})

const bases = (of: ReturnType<typeof supportOf>): string => [...of.values()].map((s) => s.basis[0]).join('')

describe('what a passage rests on', () => {
  const six = [1, 2, 3, 4, 5, 6].map(paragraph)

  it('is the source line that follows it, and infers the paragraphs back to the line before', () => {
    const lines = [line(1, '2', 1), line(2, '5', 2)]
    const support = supportOf(version(six, lines), [citation(1, '2'), citation(2, '5')])
    expect(bases(support)).toBe('npiipn')
    expect(support.get('4')).toEqual({ basis: 'inferred', citationIds: [id(2)], run: { from: '3', to: '4' } })
  })

  it('infers nothing before the first source line', () => {
    expect(bases(supportOf(version(six, [line(1, '6', 1)]), [citation(1, '6')]))).toBe('nnnnnp')
  })

  it('does not infer support for headings and quotes between two lines', () => {
    const heading: Passage = { label: 'h1', ordinal: 4, passageKind: 'heading', text: 'A heading' }
    const passages = [
      ...six.slice(0, 3),
      heading,
      { ...paragraph(4), ordinal: 5 },
      { ...paragraph(5), ordinal: 6 },
    ]
    const lines = [line(1, '1', 1), line(2, '5', 2)]
    const support = supportOf(version(passages, lines), [citation(1, '1'), citation(2, '5')])
    expect(support.get('h1')?.basis).toBe('none')
    expect(support.get('4')?.run).toEqual({ from: '2', to: '4' })
  })

  it('keeps the citations of two lines after one passage', () => {
    const lines = [line(1, '2', 1), line(2, '2', 2)]
    const support = supportOf(version(six, lines), [citation(1, '2'), citation(2, '2')])
    expect(support.get('2')).toEqual({ basis: 'printed', citationIds: [id(1), id(2)] })
  })

  it('counts a printed citation without a line as printed, and a confirmed one never as printed', () => {
    const lines = [line(1, '1', 1), line(2, '4', 2)]
    const all = [citation(1, '1'), citation(2, '4'), citation(3, '6'), citation(4, '3', 'confirmed')]
    const support = supportOf(version(six, lines), all)
    expect(bases(support)).toBe('piipnp')
    expect(support.get('3')).toEqual({
      basis: 'inferred',
      citationIds: [id(2), id(4)],
      run: { from: '2', to: '3' },
    })
  })

  it('ignores the citations of another version', () => {
    const other = { ...citation(5, '1'), versionId: id(902) }
    expect(bases(supportOf(version(six, []), [other]))).toBe('nnnnnn')
  })
})

/** The definition, word for word: slow, and with nothing to get wrong. */
const plainBases = ({ passages, sourceLines }: Version): Map<string, string> => {
  const ordinalOf = (label: string) => passages.find((passage) => passage.label === label)?.ordinal
  const lines = [...sourceLines].sort((a, b) => a.order - b.order)
  const places = lines.flatMap((each) => ordinalOf(each.after) ?? [])
  const bases = new Map(passages.map((passage) => [passage.label, 'none']))
  for (const [index, at] of places.entries()) {
    const from = places[index - 1]
    const run = passages.filter(
      ({ ordinal, passageKind }) =>
        from !== undefined && ordinal > from && ordinal < at && passageKind === 'paragraph',
    )
    const after = passages.find((passage) => passage.ordinal === at)
    if (after) bases.set(after.label, 'printed')
    for (const { label } of run) bases.set(label, `inferred ${run[0]?.label} to ${run.at(-1)?.label}`)
  }
  return bases
}

it('is what the plain definition says, whatever passages and lines there are', () => {
  const kind = fc.constantFrom<Passage['passageKind']>(
    'paragraph',
    'paragraph',
    'paragraph',
    'heading',
    'quote',
  )
  const versions = fc
    .record({
      kinds: fc.array(kind, { minLength: 1, maxLength: 20 }),
      afters: fc.array(fc.integer({ min: 1, max: 22 }), { maxLength: 10 }),
      shuffled: fc.boolean(),
    })
    .map(({ kinds, afters, shuffled }) => {
      const passages = kinds.map((passageKind, index) => ({ ...paragraph(index + 1), passageKind }))
      const places = shuffled ? afters : [...afters].sort((a, b) => a - b)
      return version(
        passages,
        places.map((after, index) => line(index + 1, String(after), index + 1)),
      )
    })
  fc.assert(
    fc.property(versions, (made) => {
      const support = supportOf(made, [])
      const said = [...support].map(([label, { basis, run }]) => [
        label,
        run ? `${basis} ${run.from} to ${run.to}` : basis,
      ])
      expect(new Map(said as [string, string][])).toEqual(plainBases(made))
    }),
  )
})
