import type { SourceFieldsInput } from '#shared/contract/sources'
import type { Source, SourceKind } from '#shared/model/citation'

/** A source as a form holds it: each field a text, lists a line each. */
export interface SourceFormFields {
  readonly name: string
  readonly aliases: string
  readonly sourceKind: SourceKind | ''
  readonly url: string
  readonly owner: string
  readonly houseNote: string
  readonly warnings: string
  readonly confidential: boolean
}

export const toFormFields = (source: Source): SourceFormFields => ({
  name: source.name,
  aliases: source.aliases.join('\n'),
  sourceKind: source.sourceKind ?? '',
  url: source.url ?? '',
  owner: source.owner ?? '',
  houseNote: source.houseNote ?? '',
  warnings: source.warnings.join('\n'),
  confidential: source.confidential ?? false,
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Whether a text may stand as the address of a source: nothing, or one of the web. */
export const isAddress = (text: string): boolean => {
  if (text.trim() === '') return true
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol)
  } catch {
    return false
  }
}

/** What is empty is not known. */
export const fromFormFields = (fields: SourceFormFields): SourceFieldsInput => {
  const [url, owner, houseNote] = [fields.url.trim(), fields.owner.trim(), fields.houseNote.trim()]
  return {
    name: fields.name.trim(),
    aliases: linesOf(fields.aliases),
    warnings: linesOf(fields.warnings),
    ...(fields.sourceKind ? { sourceKind: fields.sourceKind } : {}),
    ...(url ? { url } : {}),
    ...(owner ? { owner } : {}),
    ...(houseNote ? { houseNote } : {}),
    ...(fields.confidential ? { confidential: true as const } : {}),
  }
}
