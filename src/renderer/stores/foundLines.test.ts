import { expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { Hit } from '#shared/contract/search'
import { createFoundLines } from './foundLines'

const hitOf = (id: string, passages: readonly string[]): Hit => ({
  id,
  kind: 'article',
  title: id,
  score: 1,
  places: passages.map((passage) => ({ field: 'text', passage, snippet: passage, ranges: [] })),
  placesTotal: passages.length,
})

it('stays at the line that was gone to when a later answer still has it, and begins anew when it has not', () => {
  const hits = shallowRef<readonly Hit[]>([hitOf('a', ['1', '2']), hitOf('b', ['3'])])
  const { active, activeLine, goTo, exchange } = createFoundLines(hits)
  goTo(2)
  exchange(() => (hits.value = [hitOf('b', ['3']), hitOf('a', ['2'])]))
  expect([active.value, activeLine.value?.hit.id]).toEqual([0, 'b'])
  goTo(1)
  exchange(() => (hits.value = [hitOf('c', ['9']), hitOf('d', ['8']), hitOf('a', ['2'])]))
  expect([active.value, activeLine.value?.place.passage]).toEqual([2, '2'])
  exchange(() => (hits.value = [hitOf('e', ['1'])]))
  expect(active.value).toBe(0)
})

it('shows the best of a new answer to who had not moved', () => {
  const hits = shallowRef<readonly Hit[]>([hitOf('a', ['1'])])
  const { activeLine, exchange } = createFoundLines(hits)
  exchange(() => (hits.value = [hitOf('b', ['1']), hitOf('a', ['1'])]))
  expect(activeLine.value?.hit.id).toBe('b')
})
