import { InvalidArgumentError } from 'commander'
import { id as idShape } from '#shared/model/scalars'

/** An id as an option has it; anything else is wrong usage. */
export const readId = (value: string): string => {
  const id = idShape.safeParse(value.toLowerCase())
  if (!id.success) throw new InvalidArgumentError('an id is wanted.')
  return id.data
}

/** The same for an option that may be given again. */
export const collectIds = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  readId(value),
]
