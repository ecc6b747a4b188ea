import { describe, expect, it } from 'vitest'
import { addPictures } from './addPictures'
import type { StatedItem } from './statedItem'
import { statedItemToArticle } from './statedItemToArticle'

const item: StatedItem = {
  values: { headline: ['A headline'], language: ['en'] },
  summaries: [],
  bodies: [],
  pictures: [],
  doubts: [],
}

describe('statedItemToArticle', () => {
  it('takes of several renditions one with markup that is as full as any, and of those the one with pictures', () => {
    const plain = 'One two three four. Five six seven.'
    const article = statedItemToArticle({
      ...item,
      bodies: [
        { form: 'plain', text: plain },
        { form: 'html', text: '<p>One two three four.</p><p>Five six seven.</p>' },
        {
          form: 'html',
          text: '<p>One two three four.</p><img src="https://a.example/a.jpg"><p>Five six seven.</p>',
        },
        { form: 'html', text: '<p>One</p>' },
      ],
    })
    expect(article.passages.map(({ text }) => text)).toEqual(['One two three four.', 'Five six seven.'])
    expect(article.slots).toHaveLength(1)
    const short = statedItemToArticle({
      ...item,
      bodies: [
        { form: 'plain', text: plain },
        { form: 'html', text: '<p>One</p>' },
      ],
    })
    expect(short.passages.map(({ text }) => text)).toEqual([plain])
  })

  it('leaves out a heading, and a first line, that only repeat the headline', () => {
    const html = statedItemToArticle({
      ...item,
      bodies: [{ form: 'html', text: '<h1>A  headline</h1><p>Text.</p>' }],
    })
    const plain = statedItemToArticle({ ...item, bodies: [{ form: 'plain', text: 'A headline\n\nText.' }] })
    for (const { passages } of [html, plain]) expect(passages.map(({ text }) => text)).toEqual(['Text.'])
  })

  it('takes the first value that can be read, says what could not, and keeps them all', () => {
    const { fields, doubts, origins } = statedItemToArticle({
      ...item,
      values: { ...item.values, published: ['soon', '2024-03-01'], url: ['/a', 'https://a.example/'] },
    })
    expect(fields.published).toEqual({ edtf: '2024-03-01' })
    expect(fields.url).toBe('https://a.example/')
    expect(doubts.map(({ field }) => field)).toEqual(['published', 'url', 'passages'])
    expect(origins?.['published']).toEqual([
      { from: 'feed', value: 'soon' },
      { from: 'feed', value: '2024-03-01' },
    ])
  })

  it('is found by the time of its change where that alone is stated, and says so', () => {
    const { fields, doubts } = statedItemToArticle({
      ...item,
      values: { ...item.values, modified: ['2024-03-01'] },
    })
    expect(fields.published).toEqual(fields.modified)
    expect(doubts.map(({ field }) => field)).toContain('published')
    const same = statedItemToArticle({
      ...item,
      values: { ...item.values, published: ['2024-03-01'], modified: ['2024-03-01'] },
    })
    expect(same.fields.modified).toBeUndefined()
  })

  it('says where the headline is made of the first words, which are cut at a space', () => {
    const text = `${'word '.repeat(60)}end.`
    const { fields, doubts } = statedItemToArticle({ ...item, values: {}, bodies: [{ form: 'plain', text }] })
    expect(fields.headline).toMatch(/^word .*word…$/)
    expect(fields.headline.length).toBeLessThanOrEqual(121)
    expect(doubts[0]?.field).toBe('headline')
  })
})

describe('addPictures', () => {
  it('fills the slot of a picture that the text shows, and adds the others without a place', () => {
    const slots = addPictures(
      [{ number: 1, placement: 'stated', placedAfter: '1', address: 'small.jpg', credit: 'As printed' }],
      [
        { addresses: ['large.jpg', 'small.jpg'], caption: 'A pier', credit: 'Ann Roe' },
        { addresses: ['other.jpg'], caption: 'A crane' },
        { addresses: ['file:///etc/passwd'] },
        { addresses: [] },
      ],
    )
    expect(slots).toEqual([
      {
        number: 1,
        placement: 'stated',
        placedAfter: '1',
        address: 'large.jpg',
        picture: 'large.jpg',
        caption: 'A pier',
        credit: 'As printed',
      },
      { number: 2, placement: 'inferred', address: 'other.jpg', picture: 'other.jpg', caption: 'A crane' },
    ])
  })
})
