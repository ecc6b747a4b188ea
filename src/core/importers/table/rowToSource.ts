import type { SourceKind } from '#shared/model/citation'
import type { ParsedSource } from '#shared/model/parsed'
import { cleanLine } from '../cslJson/cleanValue'
import type { RowCells } from './rowCells'

const kinds: Readonly<Record<SourceKind, string>> = {
  outlet:
    'outlet newspaper magazine broadcaster media medium zeitung zeitschrift sender journal journaux periódico revista وسيلة صحيفة',
  agency: 'agency newsagency nachrichtenagentur agentur agence agencia وكالة',
  institution: 'institution organisation organization ngo behörde institución مؤسسة منظمة',
  person: 'person people witness persona personne شخص',
  platform: 'platform plattform plateforme plataforma socialmedia منصة',
}

const kindsByWord: ReadonlyMap<string, SourceKind> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as SourceKind] as const),
  ),
)

const kindOf = (cell: string): SourceKind | undefined =>
  kindsByWord.get(cell.toLowerCase().replace(/[\s-]/g, ''))

const webAddress = (cell: string): string | undefined => {
  if (!/^https?:\/\/\S+$/i.test(cell) || cell.length > 4000) return undefined
  return URL.canParse(cell) ? cell : undefined
}

/** A row as a source; undefined where it has no name. What is no kind and no web address is left out. */
export const rowToSource = ({ values }: RowCells): ParsedSource | undefined => {
  const first = (field: string): string | undefined => cleanLine(values.get(field)?.[0] ?? '')
  const name = first('name')
  if (name === undefined) return undefined
  const aliases = (values.get('aliases') ?? [])
    .flatMap((cell) => cell.split(/\s*[;|\n]\s*/))
    .flatMap((alias) => cleanLine(alias) ?? [])
  const sourceKind = kindOf(first('sourceKind') ?? '')
  const url = webAddress(first('url') ?? '')
  const owner = first('owner')
  return {
    kind: 'source',
    name,
    aliases: [...new Set(aliases)],
    ...(sourceKind === undefined ? {} : { sourceKind }),
    ...(url === undefined ? {} : { url }),
    ...(owner === undefined ? {} : { owner }),
  }
}
