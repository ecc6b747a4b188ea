import { expect, it } from 'vitest'
import type { Photo } from '#shared/model/photo'
import { photoToCsl } from './photoToCsl'

const photo = (fields: Photo['fields'], more: Partial<Photo> = {}): Photo => ({
  kind: 'photo',
  id: '01a1ccf2-8000-7000-8000-000000000001',
  fields,
  origins: {},
  orientation: 1,
  ...more,
})

it('states what the metadata states, each name as it stands', () => {
  const csl = photoToCsl(
    photo({
      headline: 'The crane',
      creator: 'Ada Miller; B. Roe',
      creditLine: 'Example Wire',
      dateCreated: '2019-03-22T10:00:00+01:00',
    }),
  )
  expect(csl).toEqual({
    id: '01a1ccf2-8000-7000-8000-000000000001',
    type: 'graphic',
    title: 'The crane',
    genre: 'Photograph',
    author: [{ literal: 'Ada Miller' }, { literal: 'B. Roe' }],
    publisher: 'Example Wire',
    issued: { 'date-parts': [[2019, 3, 22]] },
  })
})

it('takes the day of the camera where none is stated, and leaves out what is not known', () => {
  expect(photoToCsl(photo({}, { fileName: 'crane.jpg', capturedAt: '2019-03-22T10:00:00' }))).toEqual({
    id: '01a1ccf2-8000-7000-8000-000000000001',
    type: 'graphic',
    title: 'crane.jpg',
    genre: 'Photograph',
    issued: { 'date-parts': [[2019, 3, 22]] },
  })
  expect(photoToCsl(photo({ headline: 'The crane', dateCreated: 'spring' }))).not.toHaveProperty('issued')
})
