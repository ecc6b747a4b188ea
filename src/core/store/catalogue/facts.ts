import type { Database } from '../database/types'

/**
 * What the catalogue knows of itself: when something was last saved and verified, how fingerprints were computed, and how
 * a table with certain heads was last read.
 */
export type Fact = 'lastSaved' | 'lastVerified' | 'fingerprints' | `mapping:${string}`

export const readFact = (db: Database, name: Fact): string | undefined =>
  db.get<{ value: string }>('SELECT value FROM fact WHERE name = ?', name)?.value

export const storeFact = (db: Database, name: Fact, value: string): void => {
  db.run(
    'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  )
}
