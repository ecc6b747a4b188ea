import type { LanguageTable } from './languageTable'
import { otherTables } from './otherTables'
import { westernTables } from './westernTables'

const tables: Readonly<Record<string, LanguageTable>> = { ...westernTables, ...otherTables }

/** Of a language without a table: digits, dates and quotation marks are signs in any. */
const none: LanguageTable = { numbers: [], superlatives: [], titles: [], openers: [], abbreviations: [] }

/** Languages with words of their own in the tables. */
export const tabledLanguages: readonly string[] = Object.keys(tables)

/** The main part of a language tag: `pt` of `pt-BR`. */
export const primaryLanguage = (language: string | undefined): string =>
  (language ?? '').split('-', 1)[0]?.toLowerCase() ?? ''

export const tableOf = (language: string | undefined): LanguageTable =>
  tables[primaryLanguage(language)] ?? none
