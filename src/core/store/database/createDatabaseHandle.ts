import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { CuttingsError } from '#shared/errors'
import { storageFault } from '../faults'
import type { Database, SqlValue } from './types'

export interface HandleOptions {
  /** The connection to use now; another one than before where the file was replaced or its writer came or went. */
  readonly connection: () => DatabaseSyncInstance
  /** Before each statement, and before and after each transaction: throws where the archive is gone. */
  readonly check: () => void
  /** Throws where nothing may be written. */
  readonly assertWritable: () => void
}

type Statement = ReturnType<DatabaseSyncInstance['prepare']>

/** Prepared statements, faults in the words of the closed list, and transactions. */
export const createDatabaseHandle = (options: HandleOptions): Database => {
  let prepared = new Map<string, Statement>()
  let preparedFor: DatabaseSyncInstance | undefined
  let inside = false
  const statement = (sql: string): Statement => {
    if (!inside) options.check()
    const connection = options.connection()
    if (connection !== preparedFor) {
      prepared = new Map()
      preparedFor = connection
    }
    const known = prepared.get(sql)
    if (known) return known
    const made = connection.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const explained = <T>(step: () => T): T => {
    try {
      return step()
    } catch (error) {
      if (!(error instanceof CuttingsError)) options.check()
      throw storageFault(error, 'the record')
    }
  }
  const all = <T extends object>(sql: string, ...values: SqlValue[]): T[] =>
    explained(() => statement(sql).all(...values))
  return {
    get: <T extends object>(sql: string, ...values: SqlValue[]): T | undefined =>
      explained(() => statement(sql).get(...values) ?? undefined),
    all,
    run: (sql, ...values) => {
      explained(() => statement(sql).run(...values))
    },
    transaction: (step) => {
      if (inside) return step()
      options.assertWritable()
      return explained(() =>
        inTransaction(options, () => {
          inside = true
          try {
            return step()
          } finally {
            inside = false
          }
        }),
      )
    },
  }
}

/** Nothing is acknowledged of an archive that is no longer there: `check` runs again after the commit. */
const inTransaction = <T>(options: HandleOptions, step: () => T): T => {
  options.check()
  const connection = options.connection()
  connection.exec('BEGIN IMMEDIATE')
  let result: T
  try {
    result = step()
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
  options.check()
  return result
}
