// SQLite FTS5 as an index alone: its texts are not stored, as those of the other sides are not.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { most } from '../most.mjs'

const quoted = (word) => `"${word.replaceAll('"', '""')}"`
const within = (expression) => `{title body} : (${expression})`

const open = (folder) => {
  const database = new DatabaseSync(join(folder, 'fullText.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536')
  return database
}

const make = (database) =>
  database.exec(
    `create virtual table article using fts5(title, body, section, content = '', contentless_delete = 1,
       tokenize = 'porter unicode61', prefix = '2 3');
     insert into article(article, rank) values ('rank', 'bm25(3.0, 1.0, 0.0)')`,
  )

const inserter = (database) => {
  const statement = database.prepare('insert into article(rowid, title, body, section) values (?, ?, ?, ?)')
  return ({ id, title, body, section }) => void statement.run(id, title, body, section)
}

export const side = {
  build: (articles, folder) => {
    const database = open(folder)
    make(database)
    const add = inserter(database)
    database.exec('begin')
    for (const article of articles) add(article)
    database.exec('commit')
    database.exec("insert into article(article) values ('optimize'); pragma wal_checkpoint(truncate)")
    database.close()
  },
  size: (folder) => statSync(join(folder, 'fullText.sqlite')).size,
  open: (folder) => {
    const database = open(folder)
    const statement = database.prepare(
      `select rowid from article where article match ? order by rank limit ${most}`,
    )
    const find = (expression) => statement.all(expression).map(({ rowid }) => rowid)
    const any = (words) => find(within(words.map(quoted).join(' OR ')))
    return {
      typed: (words, beginning) =>
        find(within([...words.map(quoted), `${quoted(beginning)}*`].join(' AND '))),
      any,
      all: (words) => find(within(words.map(quoted).join(' AND '))),
      phrase: (words) => find(`{title body} : ${quoted(words.join(' '))}`),
      field: (word, section) => find(`title : ${quoted(word)} AND section : ${quoted(section)}`),
      known: any,
      add: inserter(database),
      close: () => database.close(),
    }
  },
}
