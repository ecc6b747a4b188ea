import { describe, expect, it } from 'vitest'
import { isRealTitle, nameAsTitle } from './isRealTitle'

describe('isRealTitle', () => {
  for (const title of [
    'The harbour and its town',
    'Report 2019',
    'Slide rules of the past',
    'Перспективы',
    '港'.repeat(3),
  ])
    it(`takes ${title}`, () => expect(isRealTitle(title)).toBe(true))

  const names =
    'Microsoft Word - x.doc|report.pdf|Untitled|Untitled-1|Document1|PowerPoint Presentation|Slide 1|scan_0012|20190323|C:\\files\\a|http://a.b/c|(anonymous)'
  for (const title of names.split('|'))
    it(`passes over ${title}`, () => expect(isRealTitle(title)).toBe(false))

  it('takes the ending off the name of a file', () => {
    expect(nameAsTitle('The town. A history.pdf')).toBe('The town. A history')
  })
})
