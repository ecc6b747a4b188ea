import { expect, it } from 'vitest'
import { archiveOperations } from './fixtures/contractOperations'
import { undos } from './fixtures/undos'

const nameOf = ({ area, verb }: { readonly area: string; readonly verb: string }): string => `${area}.${verb}`
const writing = archiveOperations.filter(({ effect }) => effect === 'writes').map(nameOf)

it('is told for every operation that writes, and for no other', () => {
  expect(Object.keys(undos).sort()).toEqual([...writing].sort())
})

it.each(Object.entries(undos))(
  'of %s is an operation that writes, or a reason why there is none',
  (_, undo) => {
    if ('by' in undo) expect(writing).toContain(undo.by)
    else expect(undo.none).toMatch(/\w+ \w+ \w+/)
  },
)
