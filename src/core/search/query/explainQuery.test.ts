import { expect, test } from 'vitest'
import { explainQuery } from './explainQuery'

const told = (text: string): string[] => {
  const points = [...text]
  return explainQuery(text).spans.map(
    ({ from, to, readAs, field, excluded }) =>
      `${points.slice(from, to).join('')} ${readAs}${field === undefined ? '' : ` in ${field}`}${excluded ? ' not' : ''}`,
  )
}

test.each([
  ['flood OR riv*', ['flood word', 'OR operator', 'riv* beginning']],
  ['𝒳 flo', ['𝒳 word', 'flo beginning']],
  ['wrod~1 "last pocket" *', ['wrod~1 similar', '"last pocket" phrase', '* beginning']],
  ['a NEAR/5 b ', ['a word', 'NEAR/5 near', 'b word']],
  [
    'a -(b OR headline:c) d ',
    [
      'a word',
      '- operator',
      '( parenthesis not',
      'b word not',
      'OR operator not',
      'headline: field not',
      'c word in headline not',
      ') parenthesis not',
      'd word',
    ],
  ],
  [
    'tag:(x "y z") has:photo before:2019',
    [
      'tag: field',
      '( parenthesis',
      'x word in tag',
      '"y z" phrase in tag',
      ') parenthesis',
      'has: field',
      'photo value in has',
      'before: field',
      '2019 date in before',
    ],
  ],
  ['a & b ', ['a word', '& ignored', 'b word']],
])('tells how the pieces of %s were read', (text, spans) => {
  expect(told(text)).toEqual(spans)
})

test('tells what was left out where syntax was read as words', () => {
  const { readAs, notes } = explainQuery('colour:red AND (blue')
  expect([readAs, notes]).toEqual(['words', [{ code: 'unknown-field', at: 0, word: 'colour' }]])
  expect(told('colour:red AND (blue')).toEqual([
    'colour: word',
    'red word',
    'AND ignored',
    '( ignored',
    'blue beginning',
  ])
})

test('ignores what lies behind the longest query', () => {
  expect(
    explainQuery('a '.repeat(66))
      .spans.slice(63)
      .map(({ readAs }) => readAs),
  ).toEqual(['word', 'ignored', 'ignored'])
})
