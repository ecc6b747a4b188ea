import { describe, expect, it } from 'vitest'
import { pictureSource, typeWord, type PictureQuestion } from './pictureSource'

const small = { state: 'ready', address: 'original://ab/small', width: 512, height: 384 } as const
const none = { state: 'none', reason: 'damaged' } as const
const question: PictureQuestion = {
  small,
  mediaType: 'image/jpeg',
  isHeld: true,
  isBroken: false,
  isLarge: false,
}
const source = (asked: Partial<PictureQuestion>) => pictureSource({ ...question, ...asked })

describe('pictureSource', () => {
  it('takes the small picture beside other things, and the file itself where it is seen large', () => {
    expect([source({}), source({ isLarge: true })]).toEqual(['small', 'original'])
  })

  it('takes the small picture of what the window cannot show, however large it is seen', () => {
    const mediaType = 'image/heic'
    expect([source({ mediaType, isLarge: true }), source({ isBroken: true, isLarge: true })]).toEqual([
      'small',
      'small',
    ])
  })

  it('takes the file where no small picture is to be had, and waits until that is known', () => {
    expect([source({ small: undefined }), source({ small: none })]).toEqual(['waiting', 'original'])
  })

  it('says why there is none', () => {
    expect([
      source({ isHeld: false }),
      source({ small: none, isBroken: true }),
      source({ small: none, mediaType: 'image/tiff' }),
    ]).toEqual(['not-held', 'broken', 'not-shown'])
  })
})

describe('typeWord', () => {
  it('writes a media type as people do', () => {
    expect(typeWord('image/x-canon-cr2')).toEqual({ word: 'CANON-CR2', canShow: false })
    expect(typeWord('image/svg+xml')).toEqual({ word: 'SVG', canShow: true })
  })
})
