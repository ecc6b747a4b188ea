import { cslNameParts } from '#shared/model/cslNameParts'
import type { CslName } from '#shared/model/reference'
import { cleanLine } from './cleanValue'
import { isRecord } from './plainJson'

const readName = (value: unknown): CslName | undefined => {
  if (typeof value === 'string') {
    const literal = cleanLine(value)
    return literal === undefined ? undefined : { literal }
  }
  if (!isRecord(value)) return undefined
  const parts = cslNameParts.flatMap((part) => {
    const given = value[part]
    const line = typeof given === 'string' ? cleanLine(given) : undefined
    return line === undefined ? [] : [[part, line] as const]
  })
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/**
 * The names of a name variable (CSL 1.0.2); a bare string is taken as one name. What tells a program how to print a name
 * (`parse-names` and the like) and what registries add (`ORCID`) is left out.
 */
export const readNameVariable = (value: unknown): CslName[] | undefined => {
  const names = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => readName(one) ?? [])
  return names.length === 0 ? undefined : names
}
