import type { Database } from '../database/types'

/** Times that a page shows: when something was last saved, and when the archive was last verified. */
export type Fact = 'lastSaved' | 'lastVerified'

export const readFact = (db: Database, name: Fact): string | undefined =>
  db.get<{ value: string }>('SELECT value FROM fact WHERE name = ?', name)?.value

export const storeFact = (db: Database, name: Fact, value: string): void => {
  db.run(
    'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  )
}
