import { setTimeout } from 'node:timers/promises'
import type { Row } from '#shared/contract/library'
import type { SupportListName, SupportRow } from '#shared/contract/support'
import { createPauses } from '../jobs/createPauses'
import type { CatalogueReader } from '../store/types'
import type { Knowledge } from './createKnowledge'
import { lackingByRow, lackingIn, type Lacking } from './lackingIn'
import { supportRows } from './supportRows'

type ListsCatalogue = Pick<CatalogueReader, 'record' | 'revision' | 'list' | 'bearingOn'>

export interface SupportPage {
  readonly total: number
  /** Articles, or photos, that were looked at, and how many there are. */
  readonly looked: number
  readonly of: number
  readonly rows: SupportRow[]
}

/** A look through the archive, as far as it got. */
interface Look {
  readonly revision: number
  readonly found: Lacking[]
  looked: number
  of: number
  /** On the clock of `performance.now()`. */
  askedAt: number
  /** Lets a look go on that rests. */
  goOn?: () => void
}

const pageSize = 500

/** Rows after which it is asked whether something changed: each question to the catalogue takes longer than a row does. */
const betweenChecks = 50

/** Milliseconds that an answer waits for a look to end; what was found till then is told. */
const longestWait = 200

/** Milliseconds without a question after which a look rests: whoever asked has gone elsewhere. */
const longestUnasked = 3000

export interface LookOptions {
  /** What is known as long as nothing changes. */
  readonly knowledgeAt: (revision: number) => Knowledge
  readonly longestUnasked?: number
}

const createReading = (catalogue: ListsCatalogue, knowledge: Knowledge) => {
  const passages = async (
    list: Exclude<SupportListName, 'uncredited'>,
    row: Row,
    pause: () => Promise<void>,
  ): Promise<Lacking[]> => {
    const { claims } = catalogue.bearingOn(row.id)
    const known = claims.length === 0 ? lackingByRow(list, row) : undefined
    if (known) return known
    const article = catalogue.record(row.id)
    return article?.kind === 'article' ? lackingIn(list, row, { article, claims }, knowledge, pause) : []
  }
  return (list: SupportListName, row: Row, pause: () => Promise<void>): Lacking[] | Promise<Lacking[]> => {
    if (list !== 'uncredited') return passages(list, row, pause)
    // What a list shows under a photo is its creator, or else its credit line.
    return row.subtitle === undefined ? [{ row }] : []
  }
}

/**
 * Looks through the archive in slices, one look for each list and state of the archive, and answers with what is found so
 * far: 20,000 articles hold nobody up. A look that nobody asks for rests until somebody does.
 */
export const createSupportLists = (catalogue: ListsCatalogue, options: LookOptions) => {
  const looks = new Map<SupportListName, { readonly look: Look; readonly done: Promise<void> }>()
  const unasked = options.longestUnasked ?? longestUnasked

  const rest = async (look: Look): Promise<void> => {
    if (performance.now() - look.askedAt < unasked) return
    await new Promise<void>((goOn) => (look.goOn = goOn))
  }
  const lookThrough = async (list: SupportListName, look: Look): Promise<void> => {
    const pause = createPauses()
    const lackingOf = createReading(catalogue, options.knowledgeAt(look.revision))
    const kind = list === 'uncredited' ? 'photo' : 'article'
    for (let offset = 0; offset === 0 || offset < look.of; offset += pageSize) {
      const page = catalogue.list({ kind }, { by: 'added', direction: 'descending' }, offset, pageSize)
      look.of = page.total
      for (const row of page.rows) {
        // Something changed meanwhile: the next question begins anew.
        if (look.looked % betweenChecks === 0 && catalogue.revision() !== look.revision) return
        for (const one of await lackingOf(list, row, pause)) look.found.push(one)
        look.looked += 1
        await pause()
        await rest(look)
      }
    }
  }
  const current = (list: SupportListName): { readonly look: Look; readonly done: Promise<void> } => {
    const revision = catalogue.revision()
    const known = looks.get(list)
    if (known?.look.revision === revision) return known
    const look: Look = { revision, found: [], looked: 0, of: 0, askedAt: performance.now() }
    const begun = { look, done: lookThrough(list, look) }
    looks.set(list, begun)
    begun.done.catch(() => looks.delete(list))
    return begun
  }
  return async (list: SupportListName, offset: number, limit: number): Promise<SupportPage> => {
    const { look, done } = current(list)
    look.askedAt = performance.now()
    look.goOn?.()
    await Promise.race([done, setTimeout(longestWait, undefined, { ref: false })])
    const rows = await supportRows(look.found.slice(offset, offset + limit), catalogue.record, createPauses())
    return { total: look.found.length, looked: look.looked, of: look.of, rows }
  }
}
