import { describe, expect, it } from 'vitest'
import { announcedSlots } from './announcedSlots'
import { readByline } from './readByline'
import { readDateline } from './readDateline'
import { readHeadline } from './readHeadline'
import { readPhotoCredit } from './readPhotoCredit'
import { readStatedDate } from './readStatedDate'

describe('a byline', () => {
  const bylines: readonly (readonly [string, string])[] = [
    ['By Ada Miller', 'Ada Miller'],
    ['BY ADA MILLER', 'ADA MILLER'],
    ['By Ada Miller and Tom Okoro', 'Ada Miller and Tom Okoro'],
    ['By A. B. Miller, Tom Okoro and Jean-Luc d’Arc', 'A. B. Miller, Tom Okoro and Jean-Luc d’Arc'],
    ['Written by Ada Miller', 'Ada Miller'],
    ['Ada Miller | March 3, 2024', 'Ada Miller'],
    ['By Ada Miller | The Gazette | 3 March 2024', 'Ada Miller | The Gazette'],
    ['Von Käthe Müller', 'Käthe Müller'],
    ['Par Zoé Martin et Ali Ben Salah', 'Zoé Martin et Ali Ben Salah'],
  ]
  for (const [line, byline] of bylines)
    it(`is read from: ${line}`, () => expect(readByline(line)?.byline).toBe(byline))

  for (const line of ['By the time it ended, all had left', 'By Monday, it was over.', 'Ada Miller', 'By'])
    it(`is not seen in: ${line}`, () => expect(readByline(line)).toBeUndefined())
})

describe('a date', () => {
  const dates: readonly (readonly [string, string])[] = [
    ['March 23, 2019', '2019-03-23'],
    ['Published: Mar. 23, 2019', '2019-03-23'],
    ['Published on 23rd March 2019 at 10:15 GMT', '2019-03-23'],
    ['Saturday, 23 March 2019', '2019-03-23'],
    ['March 2019', '2019-03'],
    ['2019-03', '2019-03'],
    ['2019-03-23T10:15:00+02:00', '2019-03-23T08:15:00.000Z'],
    ['2019-03-23 10:15', '2019-03-23'],
    ['23.03.2019', '2019-03-23'],
    ['23/03/2019', '2019-03-23'],
    ['03/23/2019', '2019-03-23'],
    ['3. März 2024', '2024-03-03'],
    ['23 de marzo de 2019', '2019-03-23'],
    ['1er août 2019', '2019-08-01'],
    ['2019年3月23日', '2019-03-23'],
  ]
  for (const [line, edtf] of dates)
    it(`is read from: ${line}`, () => expect(readStatedDate(line)?.date.edtf).toBe(edtf))

  it('keeps its literal, and knows the last change from the publication', () => {
    expect(readStatedDate('Updated: March 23, 2019')).toEqual({
      field: 'modified',
      date: { edtf: '2019-03-23', literal: 'March 23, 2019' },
    })
  })

  it('is known to the year where day and month could change places, with a doubt', () => {
    expect(readStatedDate('03/04/2019')).toMatchObject({ date: { edtf: '2019' }, doubt: expect.any(String) })
  })

  for (const line of ['February 30, 2019', '14 photos', 'In March 2019 it rained', '13/13/2019', '2019-13'])
    it(`is not seen in: ${line}`, () => expect(readStatedDate(line)).toBeUndefined())
})

describe('a dateline', () => {
  it('is read with place, date and agency', () => {
    expect(readDateline('BAGHOUZ, Syria (AP) — It ended.')).toEqual({
      dateline: 'BAGHOUZ, Syria',
      agency: 'AP',
      alone: false,
    })
    expect(readDateline('LONDON, March 3 (Reuters) -')).toMatchObject({ agency: 'Reuters', alone: true })
    expect(readDateline('WASHINGTON — It began.')).toMatchObject({ dateline: 'WASHINGTON' })
  })

  for (const line of ['He left — and came back', 'A — B', 'London (AP) is a city'])
    it(`is not seen in: ${line}`, () => expect(readDateline(line)).toBeUndefined())
})

describe('a headline', () => {
  it('announces pictures by number or word', () => {
    const announced: readonly (readonly [string, number])[] = [
      ['It is over — 14 photos of its last days', 14],
      ['9 striking pictures that show the flood', 9],
      ['The flood in twelve images', 12],
      ['Die Flut in 7 Bildern', 7],
      ['The best photos of 2019', 0],
      ['2019 in pictures', 0],
      ['A $5 photo', 0],
      ['14 people, no photos', 0],
    ]
    for (const [headline, number] of announced)
      expect([headline, announcedSlots(headline)]).toEqual([headline, number])
  })

  it('is the first words of a first line that is a paragraph', () => {
    expect(readHeadline('Short and clear')).toEqual({ headline: 'Short and clear', whole: true })
    const long = readHeadline(`${'word '.repeat(100)}end.`)
    expect(long.whole).toBe(false)
    expect(long.headline.length).toBeLessThan(90)
  })
})

describe('a photo credit', () => {
  const credits: readonly (readonly [string, string])[] = [
    ['Photo: Jane Doe/Reuters', 'Jane Doe/Reuters'],
    ['(Photo: Jane Doe)', 'Jane Doe'],
    ['Photo by Jane Doe', 'Jane Doe'],
    ['Image: NASA', 'NASA'],
    ['Credit: Jane Doe', 'Jane Doe'],
    ['Photo credit: Jane Doe', 'Jane Doe'],
    ['(AP Photo/Jane Doe)', 'AP Photo/Jane Doe'],
    ['Foto: Jane Doe/dpa', 'Jane Doe/dpa'],
  ]
  for (const [line, credit] of credits)
    it(`is read from: ${line}`, () => expect(readPhotoCredit(line)).toBe(credit))

  for (const line of [
    'Photos show that the bridge is gone',
    'Photo by photo, the wall grew.',
    'Credit is due',
  ])
    it(`is not seen in: ${line}`, () => expect(readPhotoCredit(line)).toBeUndefined())
})
