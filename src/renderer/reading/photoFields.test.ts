import { expect, it } from 'vitest'
import { photoFields } from './photoFields'
import { photoTitle } from './photoTitle'

const photo = {
  fields: { headline: 'Quay', keywords: 'quay; harbour', cameraModel: 'Model 1', event: 'Survey' },
  origins: {
    headline: [
      { from: 'xmp' as const, value: 'Quay' },
      { from: 'iim' as const, value: 'Quay' },
      { from: 'exif' as const, value: 'DSC' },
    ],
  },
}

it('parts what the camera wrote from what people stated, and lists the usual fields always', () => {
  const { stated, camera } = photoFields(photo)
  expect(camera.map(({ name }) => name)).toEqual(['cameraModel'])
  expect(stated.map(({ name }) => name).slice(-2)).toEqual(['keywords', 'event'])
  expect(stated.find(({ name }) => name === 'city')).toEqual({ name: 'city', found: [] })
})

it('shows each value once, with every place that it was found in', () => {
  expect(photoFields(photo).stated[0]?.found).toEqual([
    { value: 'Quay', from: ['xmp', 'iim'] },
    { value: 'DSC', from: ['exif'] },
  ])
})

it('takes keywords apart', () => {
  expect(photoFields(photo).stated.find(({ name }) => name === 'keywords')?.list).toEqual(['quay', 'harbour'])
})

it('calls a photo by the name of its file where it says nothing of itself', () => {
  expect(photoTitle({ fields: {}, fileName: 'DSC_1.jpg' })).toBe('DSC_1.jpg')
  expect(photoTitle({ fields: {} })).toBeUndefined()
})
