// SQLite FTS5 over the same texts, in this process: the peer that every ratio is taken against.
import { DatabaseSync } from '@photostructure/sqlite'

const quoted = (word) => `"${word.replaceAll('"', '""')}"`

/** The query of our language as FTS5 writes it: words together, the last one as a beginning. */
export const peerQuery = ({ kind, text }) => {
  if (kind === 'phrase') return text
  const words = text.split(' ').filter(Boolean)
  if (kind !== 'typing') return words.map(quoted).join(' ')
  return words
    .map((word, index) => (index === words.length - 1 ? `${quoted(word)}*` : quoted(word)))
    .join(' ')
}

export const createPeer = (texts) => {
  const database = new DatabaseSync(':memory:')
  database.exec(
    "create virtual table article using fts5(headline, text, tokenize = 'porter unicode61', prefix = '2 3')",
  )
  const insert = database.prepare('insert into article (headline, text) values (?, ?)')
  database.exec('begin')
  for (const text of texts) {
    const [headline, ...rest] = text.split('\n\n')
    insert.run(headline, rest.join('\n'))
  }
  database.exec('commit')
  const find = database.prepare(
    "select rowid, headline, snippet(article, 1, '[', ']', '', 24) from article where article match ? order by bm25(article, 2.0, 1.0) limit 50",
  )
  return { find: (query) => find.all(peerQuery(query)), close: () => database.close() }
}
