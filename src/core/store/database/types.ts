/** What SQLite stores and answers. */
export type SqlValue = string | number | null

/** A connection as the catalogue uses it. Statements are prepared once and kept. */
export interface Database {
  readonly get: <T extends object>(sql: string, ...values: SqlValue[]) => T | undefined
  readonly all: <T extends object>(sql: string, ...values: SqlValue[]) => T[]
  readonly run: (sql: string, ...values: SqlValue[]) => void
  /**
   * All or nothing, durable when it returns; refuses where the connection only reads. One inside another is a part of it,
   * and what it throws must end the other, too.
   */
  readonly transaction: <T>(step: () => T) => T
}
