import { tableMapping, type TableMapping } from '#shared/model/parsed'
import { digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { readFact, storeFact } from './facts'

const factOf = (heads: readonly string[]) => `mapping:${digestOf(heads)}` as const

/** How a table with these heads of columns was read when the user last corrected it. */
export const readMapping = (db: Database, heads: readonly string[]): TableMapping | undefined => {
  const value = readFact(db, factOf(heads))
  return value === undefined ? undefined : tableMapping.parse(JSON.parse(value))
}

export const storeMapping = (db: Database, heads: readonly string[], mapping: TableMapping): void =>
  storeFact(db, factOf(heads), JSON.stringify(mapping))
