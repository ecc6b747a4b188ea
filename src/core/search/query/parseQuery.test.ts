import { describe, expect, test } from 'vitest'
import { parseQuery } from './parseQuery'
import type { QueryNode } from './syntax'

const headline = 1
const publisher = 5
const word = (text: string, field?: number): QueryNode & { type: 'word' } => ({
  type: 'word',
  text,
  match: 'whole',
  ...(field === undefined ? {} : { field }),
})
const phrase = (text: string, field?: number): QueryNode & { type: 'phrase' } => ({
  type: 'phrase',
  text,
  ...(field === undefined ? {} : { field }),
})
type Operand = Extract<QueryNode, { type: 'word' | 'phrase' }>
const near = (left: Operand, right: Operand, distance = 10): QueryNode => ({
  type: 'near',
  left,
  right,
  distance,
})
const all = (...parts: QueryNode[]): QueryNode => ({ type: 'all', parts })
const any = (...parts: QueryNode[]): QueryNode => ({ type: 'any', parts })
const not = (part: QueryNode): QueryNode => ({ type: 'not', part })
const on = (date: string): QueryNode => ({ type: 'date', relation: 'on', date })
const everything: QueryNode = { type: 'everything' }

describe('a query is read', () => {
  const cases: readonly (readonly [string, QueryNode])[] = [
    ['', everything],
    ['  ', everything],
    ['*', everything],
    ['a NEAR b ', near(word('a'), word('b'))],
    ['a NEAR/5 b ', near(word('a'), word('b'), 5)],
    ['a NEAR/0 b ', near(word('a'), word('b'), 0)],
    ['"a b" NEAR/5 "c d"', near(phrase('a b'), phrase('c d'), 5)],
    ['x a NEAR/3 b y ', all(word('x'), near(word('a'), word('b'), 3), word('y'))],
    ['a NEAR/3 b NEAR/4 c ', all(near(word('a'), word('b'), 3), near(word('b'), word('c'), 4))],
    ['a NEAR b OR c NEAR d ', any(near(word('a'), word('b')), near(word('c'), word('d')))],
    ['(a OR b) NEAR/2 c ', any(near(word('a'), word('c'), 2), near(word('b'), word('c'), 2))],
    ['x -a NEAR b', all(word('x'), not(near(word('a'), word('b'))))],
    [
      'x NOT a NEAR b NEAR c',
      all(word('x'), not(all(near(word('a'), word('b')), near(word('b'), word('c'))))),
    ],
    ['headline:(a NEAR b)', near(word('a', headline), word('b', headline))],
    ['headline:a NEAR b ', near(word('a', headline), word('b', headline))],
    ['a NEAR title:"b c"', near(word('a', headline), phrase('b c', headline))],
    ['a NEAR b*', near(word('a'), { type: 'word', text: 'b', match: 'prefix' })],
    ['publisher:(a OR "b c")', any(word('a', publisher), phrase('b c', publisher))],
    ['publisher:"b c"', phrase('b c', publisher)],
    ['x -publisher:a', all(word('x'), not(word('a', publisher)))],
    ['has:Photo', { type: 'flag', flag: 'has:photo' }],
    ['HAS:note', { type: 'flag', flag: 'has:note' }],
    ['is:single-source', { type: 'flag', flag: 'is:single-source' }],
    ['kind:(photo OR reference)', any({ type: 'kind', kind: 'photo' }, { type: 'kind', kind: 'reference' })],
    ['has:(photo credit)', all({ type: 'flag', flag: 'has:photo' }, { type: 'flag', flag: 'has:credit' })],
    ['language:pt-BR', { type: 'language', language: 'pt-br' }],
    ['before:2019-04', { type: 'date', relation: 'before', date: '2019-04' }],
    ['after:2019', { type: 'date', relation: 'after', date: '2019' }],
    ['on:2019-03-23', on('2019-03-23')],
    ['published:2019-03', on('2019-03')],
    ['published:2018/2019-04', on('2018/2019-04')],
    ['published:2018/..', on('2018/..')],
    ['published:../2019-02-28', on('../2019-02-28')],
    ['published:2018/', on('2018/..')],
    ['published:2020-02-29', on('2020-02-29')],
    ['published:2019-04/2019', on('2019-04/2019')],
    ['published:(2018 OR 2020)', any(on('2018'), on('2020'))],
    ['-kind:photo', all(everything, not({ type: 'kind', kind: 'photo' }))],
    ['* -a', all(everything, not(word('a')))],
    ['NOT publisher:a', all(everything, not(word('a', publisher)))],
    [
      '„a b“ “c d” «e f» 「g h」 『i』',
      all(...['a b', 'c d', 'e f', 'g h', 'i'].map((text) => phrase(text))),
    ],
    ['»a b« ”c d”', all(phrase('a b'), phrase('c d'))],
    ['a» b ', all(word('a'), word('b'))],
    ['Source: CNN ', all(word('Source:'), word('CNN'))],
    ['Paris:', { type: 'word', text: 'Paris', match: 'prefix' }],
    ['near NEARBY ', all(word('near'), word('NEARBY'))],
  ]
  test.each(cases)('%s', (text, root) => {
    expect(parseQuery(text)).toEqual({ readAs: 'query', notes: [], root })
  })
})

describe('what is no query is read as words, and the note says where', () => {
  test.each([
    ['a NEAR/x b', 'bad-distance', 2, 'NEAR/x'],
    ['a NEAR/501 b', 'bad-distance', 2, 'NEAR/501'],
    ['a NEAR/ b', 'bad-distance', 2, 'NEAR/'],
    ['a NEAR/-1 b', 'bad-distance', 2, 'NEAR/-1'],
    ['a NEAR', 'missing-operand', 6, undefined],
    ['NEAR b', 'missing-operand', 0, 'NEAR'],
    ['a NEAR -b', 'missing-operand', 7, '-'],
    ['a NEAR (b c)', 'missing-operand', 2, 'NEAR'],
    ['a NEAR has:photo', 'missing-operand', 2, 'NEAR'],
    ['headline:a NEAR text:b', 'missing-operand', 2 + 9, 'NEAR'],
    ['a before:soon', 'bad-date', 9, 'before:soon'],
    ['published:2019-02-30', 'bad-date', 10, 'published:2019-02-30'],
    ['published:2019/2018', 'bad-date', 10, 'published:2019/2018'],
    ['published:../..', 'bad-date', 10, 'published:../..'],
    ['before:2018/2019', 'bad-date', 7, 'before:2018/2019'],
    ['𝒳 has:foto', 'unknown-value', 6, 'has:foto'],
    ['kind:(photo OR film)', 'unknown-value', 15, 'kind:film'],
    ['language:(de OR x_y)', 'unknown-value', 16, 'language:x_y'],
    ['headline:source:a', 'missing-operand', 0, 'headline'],
    ['headline:*', 'missing-operand', 9, 'headline'],
    ['has:""', 'missing-operand', 4, 'has'],
    ['a before:', 'missing-operand', 2, 'before'],
    ['colour:red', 'unknown-field', 0, 'colour'],
    ['a OR', 'missing-operand', 4, undefined],
    ['OR a', 'missing-operand', 0, 'OR'],
    ['-a', 'only-negation', 0, undefined],
    ['-a -kind:photo', 'only-negation', 0, undefined],
    ['a )b', 'unexpected-parenthesis', 2, undefined],
    ['(a', 'unclosed-parenthesis', 0, undefined],
    ['a "b', 'unclosed-quote', 2, undefined],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, 'too-long', 0, undefined],
  ])('%s', (text, code, at, wordOfNote) => {
    const { readAs, notes } = parseQuery(text)
    expect(readAs).toBe('words')
    expect(notes.map((note) => [note.code, code === 'too-long' ? at : note.at, note.word])).toEqual([
      [code, at, wordOfNote],
    ])
  })

  test('keeps the words, and leaves out signs', () => {
    expect(parseQuery('flood NEAR/x (river OR').root).toEqual(all(word('flood'), word('river')))
  })

  test('reads the beginning of what is too long', () => {
    const { notes, root } = parseQuery('a '.repeat(65))
    expect(notes).toEqual([{ code: 'too-long', at: 128 }])
    expect(root).toEqual(all(...Array.from({ length: 64 }, () => word('a'))))
  })
})

test('a word that is still typed is matched by its beginning, but excludes itself alone', () => {
  expect(parseQuery('a b').root).toEqual(all(word('a'), { type: 'word', text: 'b', match: 'prefix' }))
  expect(parseQuery('a -b').root).toEqual(all(word('a'), not(word('b'))))
  expect(parseQuery('a -b NEAR c').root).toEqual(all(word('a'), not(near(word('b'), word('c')))))
  expect(parseQuery('a -b*').root).toEqual(all(word('a'), not({ type: 'word', text: 'b', match: 'prefix' })))
  expect(parseQuery('a &').root).toEqual(all(word('a'), word('&')))
})
