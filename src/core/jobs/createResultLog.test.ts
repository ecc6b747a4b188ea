import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { createResultLog } from './createResultLog'

const resultOf = (at: number): FileResult => ({
  name: `${at} é\u202e.txt`,
  outcome: 'imported',
  title: `Title ${at}`,
})

it('gives back what was added, from any number to any other, while more is added', () => {
  const bound = fc.nat(1200)
  fc.assert(
    fc.property(fc.nat(1100), fc.array(fc.tuple(bound, bound), { maxLength: 10 }), (count, ranges) => {
      const log = createResultLog()
      const plain: FileResult[] = []
      for (let at = 0; at < count; at += 1) {
        log.add(resultOf(at))
        plain.push(resultOf(at))
      }
      expect(log.length()).toBe(count)
      for (const [from, to] of ranges) expect(log.slice(from, to)).toEqual(plain.slice(from, to))
      log.add(resultOf(count))
      expect(log.slice(count, count + 1)).toEqual([resultOf(count)])
    }),
    { numRuns: 60 },
  )
})
