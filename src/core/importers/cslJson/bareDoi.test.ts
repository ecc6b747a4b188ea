import { expect, it } from 'vitest'
import { bareDoi } from './bareDoi'

it('takes the address off a DOI, and leaves everything else', () => {
  for (const before of ['', 'doi:', 'DOI: ', 'https://doi.org/', 'http://dx.doi.org/', 'doi.org/'])
    expect(bareDoi(`${before}10.1000/quay(182)`)).toBe('10.1000/quay(182)')
  for (const other of ['https://example.org/10.1000/182', 'see 10.1000/182', 'doi:none', ''])
    expect(bareDoi(other)).toBe(other)
})
