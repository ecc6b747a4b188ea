import { cslTypeOf, genreOf } from '#core/importers/bibtex/entryTypes'
import type { CslItem } from '#shared/model/reference'
import { bibtexFields, monthNames, type BibtexField } from './bibtexFields'
import { entryTypeOf, type BibtexDialect } from './bibtexTypes'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A key without what BibTeX parts fields by; the same key a second time gets a number. */
const createKeys = () => {
  const given = new Set<string>()
  return (id: string | number): string => {
    const base =
      String(id)
        .replace(/[\s,={}"()#%~\\@]+/gu, '-')
        .slice(0, 200) || 'reference'
    let key = base
    for (let number = 2; given.has(key.toLowerCase()); number += 1) key = `${base}-${number}`
    given.add(key.toLowerCase())
    return key
  }
}

/** The type that an entry has in its file where that is none of BibTeX's. */
const foreignType = ({ custom, type }: CslItem): string | undefined => {
  const name = isRecord(custom) ? custom['entrytype'] : undefined
  return type === 'document' && typeof name === 'string' && /^[a-z]{1,40}$/.test(name) ? name : undefined
}

const entryText = (item: CslItem, key: string, dialect: BibtexDialect): string => {
  const own = entryTypeOf(item.type, item['genre'], dialect)
  const name = foreignType(item) ?? own.name
  const fields: BibtexField[] = [
    ...bibtexFields(item, dialect),
    ...(own.subtype === undefined ? [] : [['entrysubtype', own.subtype] as const]),
  ]
  const readAs = cslTypeOf(name, new Map(fields)) ?? 'document'
  const addsGenre = item['genre'] === undefined && genreOf(name) !== undefined
  if (readAs !== item.type || addsGenre) fields.push(['csl-type', item.type])
  const lines = fields.map(([field, value]) =>
    field === 'month' && monthNames.includes(value) ? `  month = ${value},` : `  ${field} = {${value}},`,
  )
  return `@${name}{${key},\n${lines.map((line) => `${line}\n`).join('')}}\n`
}

/**
 * The items as BibTeX or BibLaTeX, in UTF-8: read back by this program's importer they are the same, but for what
 * `lostFields` tells. Variables that have no field stand in fields named `csl-...`.
 */
export const itemsToBibtex = (items: readonly CslItem[], dialect: BibtexDialect = 'bibtex'): string => {
  const keyOf = createKeys()
  return items.map((item) => entryText(item, keyOf(item.id), dialect)).join('\n')
}
