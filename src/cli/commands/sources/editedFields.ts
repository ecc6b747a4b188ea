import type { SourceFieldsInput } from '#shared/contract/sources'
import { CuttingsError } from '#shared/errors'
import type { Source, SourceKind } from '#shared/model/citation'

/** What `sources edit` is told; a list grows by what is given, and an empty text takes a field out. */
export interface EditOptions {
  readonly name?: string
  readonly alias?: readonly string[]
  readonly dropAlias?: readonly string[]
  readonly kind?: SourceKind | 'unknown'
  readonly url?: string
  readonly owner?: string
  readonly houseNote?: string
  readonly warning?: readonly string[]
  readonly dropWarning?: readonly string[]
  readonly confidential?: boolean
}

const grown = (
  held: readonly string[],
  added: readonly string[] = [],
  dropped: readonly string[] = [],
): string[] => [...held.filter((one) => !dropped.includes(one)), ...added]

const text = <Name extends string>(
  name: Name,
  given: string | undefined,
  held: string | undefined,
): { [name in Name]?: string } => {
  const value = given ?? held
  return value ? ({ [name]: value } as { [name in Name]?: string }) : {}
}

/** The fields of a source as they are to be. Throws `usage` where nothing is asked for. */
export const editedFields = (source: Source, options: EditOptions): SourceFieldsInput => {
  if (Object.keys(options).length === 0)
    throw new CuttingsError('usage', { reason: 'what is to be edited? For example --name or --warning' })
  const kind = options.kind ?? source.sourceKind
  const confidential = options.confidential ?? source.confidential ?? false
  return {
    name: options.name ?? source.name,
    aliases: grown(source.aliases, options.alias, options.dropAlias),
    warnings: grown(source.warnings, options.warning, options.dropWarning),
    ...(kind === undefined || kind === 'unknown' ? {} : { sourceKind: kind }),
    ...text('url', options.url, source.url),
    ...text('owner', options.owner, source.owner),
    ...text('houseNote', options.houseNote, source.houseNote),
    ...(confidential ? { confidential } : {}),
  }
}
