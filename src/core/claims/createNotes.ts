import type { NoteRow } from '#shared/contract/notes'
import { CuttingsError } from '#shared/errors'
import type { Note, NoteTarget } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import { found } from '../store/found'
import { titleOf } from '../records/titleOf'
import type { NoteConditions } from '../store/catalogue/claimLists'
import type { Catalogue } from '../store/types'
import { cleanWords } from './cleanWords'
import type { Deeds } from './createDeeds'
import { mustFit } from './places'

export interface NoteChange {
  readonly text?: string | undefined
  readonly open?: boolean | undefined
  readonly target?: NoteTarget | undefined
}

/** What the user wrote beside items, passages and words; each change is one event. */
export interface Notes {
  readonly list: (asked: NoteConditions, offset: number, limit: number) => { total: number; rows: NoteRow[] }
  readonly make: (target: NoteTarget, text: string, open: boolean) => Note
  readonly edit: (id: Id, change: NoteChange) => Note
  readonly withdraw: (id: Id) => void
  readonly restore: (id: Id) => Note
}

/** Throws where a note would stand beside nothing. */
const mustStand = (catalogue: Catalogue, target: NoteTarget): void => {
  const { itemId, versionId, passage, selector } = target
  const kind = catalogue.record(itemId)?.kind
  if (kind === undefined || kind === 'citation' || kind === 'note')
    throw new CuttingsError('not-found', { what: 'item' })
  if (versionId === undefined && passage === undefined && selector === undefined) return
  if (versionId === undefined || passage === undefined)
    throw new CuttingsError('bad-input', { reason: 'a passage needs its version' })
  mustFit(catalogue, { articleId: itemId, versionId, passage, ...(selector ? { selector } : {}) })
}

const toRow = (note: Note, catalogue: Catalogue): NoteRow => {
  const item = catalogue.record(note.target.itemId)
  return { ...note, ...(item ? { item: { id: item.id, kind: item.kind, title: titleOf(item) } } : {}) }
}

export const createNotes = (catalogue: Catalogue, { clock, now, store, ...deeds }: Deeds): Notes => ({
  list: (asked, offset, limit) => {
    const { total, rows } = catalogue.notes(asked, offset, limit)
    return { total, rows: rows.map((note) => toRow(note, catalogue)) }
  },
  make: (target, text, open) => {
    mustStand(catalogue, target)
    const at = now()
    const note = { target, text: cleanWords(text), open, createdAt: at, updatedAt: at }
    return store({ id: clock.createId(), kind: 'note', ...note }, 'import')
  },
  edit: (id, { text, open, target }) => {
    const note = found(catalogue, 'note', id)
    if (target) mustStand(catalogue, target)
    return store(
      {
        ...note,
        ...(text === undefined ? {} : { text: cleanWords(text) }),
        ...(open === undefined ? {} : { open }),
        ...(target === undefined ? {} : { target }),
        updatedAt: now(),
      },
      'edit',
    )
  },
  withdraw: (id) => deeds.withdraw(id, 'note'),
  restore: (id) => {
    const record = deeds.restore(id)
    if (record.kind !== 'note') throw new CuttingsError('not-found', { what: 'note' })
    return record
  },
})
