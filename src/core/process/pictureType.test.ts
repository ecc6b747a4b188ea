import { describe, expect, it } from 'vitest'
import { pictureType } from './pictureType'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('the type of a picture', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\r', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x1cftypavif', 'image/avif'],
  ])('comes from its first bytes: %j', (head, type) => {
    expect(pictureType(bytes(head))).toBe(type)
  })

  it.each(['<svg onload="alert(1)">', '<!doctype html>', '%PDF-1.7', 'MZ', '', 'RIFF\0\0\0\0WAVE'])(
    'is none for what a page must not get: %j',
    (head) => {
      expect(pictureType(bytes(head))).toBeUndefined()
    },
  )
})
