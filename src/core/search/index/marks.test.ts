import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyMarks, createMarks, isMarked, mark } from './marks'

test('marked documents are told one by one, and listed rising', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.nat(199)), (size, chosen) => {
      const marked = new Set(chosen.filter((document) => document < size))
      const marks = createMarks(size)
      for (const document of marked) mark(marks, document)
      const all = [...Array(size).keys()]
      expect(all.filter((document) => isMarked(marks, document))).toEqual([...marked].sort((a, b) => a - b))
      const into = new Uint32Array(2 + size)
      const end = copyMarks(marks, into, 2)
      expect([...into.subarray(2, end)]).toEqual([...marked].sort((a, b) => a - b))
    }),
  )
})
