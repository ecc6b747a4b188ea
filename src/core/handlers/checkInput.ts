import type { AnyContractProcedure } from '@orpc/contract'
import * as z from 'zod'
import { CuttingsError } from '#shared/errors'

/** Characters in one text, where the contract has no smaller limit: as many as a passage or a copied text may have. */
export const mostCharacters = 2_000_000
/** Members of one list: as many ids as a selection has. */
export const mostMembers = 100_000
/** Values inside each other. */
export const deepest = 32

const refuse = (reason: string): never => {
  throw new CuttingsError('bad-input', { reason })
}

const checkText = (text: string, where: string): void => {
  if (text.length > mostCharacters) refuse(`${where} has more than ${mostCharacters} characters`)
  if (text.includes('\0')) refuse(`${where} has a character NUL in it`)
}

const checkValue = (value: unknown, where: string, depth: number): void => {
  if (typeof value === 'string') return checkText(value, where)
  if (typeof value !== 'object' || value === null) return
  if (depth > deepest) refuse(`${where} goes deeper than ${deepest} levels`)
  const names = Object.keys(value)
  if (names.length > mostMembers) refuse(`${where} has more than ${mostMembers} members`)
  for (const name of names) {
    if (name === '__proto__') refuse(`${where} has a member __proto__`)
    checkText(name, `a name in ${where}`)
    checkValue((value as Readonly<Record<string, unknown>>)[name], where, depth + 1)
  }
}

/** Names that an input may have, of whichever form it is; undefined where the contract allows any. */
const namesOf = (schema: unknown): ReadonlySet<string> | undefined => {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape as object))
  if (!(schema instanceof z.ZodUnion)) return undefined
  const forms = schema.options.map(namesOf)
  return forms.includes(undefined) ? undefined : new Set(forms.flatMap((names) => [...(names ?? [])]))
}

/**
 * What holds for the input of every operation, before the contract is asked whether the rest of it fits: nothing that the
 * operation does not know, nothing endless, and nothing that means one thing to one reader and another to the next.
 */
export const checkInput = (procedure: AnyContractProcedure, input: unknown): void => {
  checkValue(input, 'the input', 0)
  if (typeof input !== 'object' || input === null) return
  const names = namesOf(procedure['~orpc'].inputSchema)
  const foreign = names && Object.keys(input).find((name) => !names.has(name))
  if (foreign !== undefined) refuse(`${foreign.slice(0, 100)}: the operation has no such argument`)
}
