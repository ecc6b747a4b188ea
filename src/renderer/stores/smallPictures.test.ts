import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createSmallPictures, type PictureState } from './smallPictures'

const ready: PictureState = { state: 'ready', address: 'original://ab/small', width: 4, height: 3 }

/** An archive that answers when it is told to. */
const createSlowArchive = () => {
  const waiting = new Map<string, (answer: PictureState | Error) => void>()
  const asked: string[] = []
  return {
    asked,
    ask: (id: string) => {
      asked.push(id)
      return new Promise<PictureState>((resolve, reject) =>
        waiting.set(id, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      )
    },
    answer: async (id: string, answer: PictureState | Error = ready) => {
      waiting.get(id)?.(answer)
      await flushPromises()
    },
  }
}

describe('createSmallPictures', () => {
  it('asks for a few at once, and for the next when one came', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask, atOnce: 2 })
    pictures.want('grid', ['a', 'b', 'c'])
    expect(archive.asked).toEqual(['a', 'b'])
    await archive.answer('a')
    expect(archive.asked).toEqual(['a', 'b', 'c'])
    expect([pictures.of('a'), pictures.of('b')]).toEqual([ready, undefined])
  })

  it('does not ask for what was scrolled past before its turn came', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask, atOnce: 1 })
    pictures.want('grid', ['a', 'b', 'c'])
    pictures.want('grid', ['y', 'z'])
    await archive.answer('a')
    await archive.answer('y')
    expect(archive.asked).toEqual(['a', 'y', 'z'])
  })

  it('asks for none twice, whoever looks at it', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask })
    pictures.want('grid', ['a'])
    pictures.want('large', ['a'])
    await archive.answer('a')
    pictures.want('grid', [])
    pictures.want('grid', ['a'])
    expect(archive.asked).toEqual(['a'])
  })

  it('keeps a number of answers, and never lets go of what is looked at', async () => {
    const pictures = createSmallPictures({ ask: async () => ready, kept: 2 })
    for (const id of ['a', 'b', 'c']) {
      pictures.want('large', ['a'])
      pictures.want('grid', [id])
      await flushPromises()
    }
    expect(['a', 'b', 'c'].map((id) => pictures.of(id) !== undefined)).toEqual([true, false, true])
  })

  it('tries again what could not be asked for, once it comes into view again', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask })
    pictures.want('grid', ['a'])
    await archive.answer('a', new Error('the line broke'))
    pictures.want('grid', ['a'])
    expect(archive.asked).toEqual(['a'])
    pictures.want('grid', [])
    pictures.want('grid', ['a'])
    expect(archive.asked).toEqual(['a', 'a'])
  })

  it('asks once more where an address does not answer, and not for ever', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask })
    pictures.want('grid', ['a'])
    await archive.answer('a')
    pictures.renew('a')
    await archive.answer('a')
    pictures.renew('a')
    expect(archive.asked).toEqual(['a', 'a'])
    expect(pictures.of('a')).toEqual({ state: 'none', reason: 'not-now' })
  })

  it('asks again as often as a picture that came grows too old to be loaded again', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask })
    pictures.want('grid', ['a'])
    for (let time = 0; time < 3; time += 1) {
      await archive.answer('a')
      pictures.arrived('a')
      pictures.renew('a')
    }
    expect(archive.asked).toHaveLength(4)
  })

  it('looks again for what had no picture when the archive changed', async () => {
    const archive = createSlowArchive()
    const pictures = createSmallPictures({ ask: archive.ask })
    pictures.want('grid', ['a'])
    await archive.answer('a', { state: 'none', reason: 'read-only' })
    pictures.forgetMissing()
    expect(archive.asked).toEqual(['a', 'a'])
  })
})
