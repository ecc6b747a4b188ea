import { expect, it } from 'vitest'
import { pictureBeside } from './pictureBeside'

it('names a file beside the text, or in a folder beside it', () => {
  expect(pictureBeside('a.jpg')).toBe('a.jpg')
  expect(pictureBeside('pictures/a%20b.jpg')).toBe('pictures/a b.jpg')
  expect(pictureBeside('100%.jpg')).toBe('100%.jpg')
  expect(pictureBeside('./pictures\\a.jpg')).toBe('pictures/a.jpg')
  expect(pictureBeside('a.jpg?b#c')).toBe('a.jpg')
})

it('names none for an address, and none that leads elsewhere', () => {
  const others = [
    'https://a.example/a.jpg',
    '//a.example/a.jpg',
    '/a.jpg',
    '../a.jpg',
    'a/../../b',
    'a/%2e%2e/b',
    '',
  ]
  const odd = ['c:\\a.jpg', 'urn:a', '#a', 'a%00.jpg', 'a/', '.']
  for (const address of [...others, ...odd]) expect(pictureBeside(address)).toBeUndefined()
})
