import { plainLine } from '../../plainText'
import { allRows } from '../verbs'
import { citingText, whyOf } from './citingLines'
import { theId, type Doing } from './doing'
import { groupText, sourceText, stepText } from './sourceLines'

export const list = async ({ client, context }: Doing): Promise<void> => {
  const sort = { by: 'title', direction: 'ascending' } as const
  const read = (page: { offset: number; limit: number }) =>
    client.library.list({ filter: { kind: 'source' }, sort, ...page })
  for await (const { id, title, subtitle, cited = 0 } of allRows(read, context.signal)) {
    const kind = subtitle === undefined ? {} : { sourceKind: subtitle }
    context.output.result(
      { id, name: title, ...kind, citations: cited },
      plainLine(`${id}  ${cited} citations  ${title}${subtitle === undefined ? '' : `  ${subtitle}`}`),
    )
  }
}

export const show = async (doing: Doing): Promise<void> => {
  const view = await doing.client.sources.get({ id: theId(doing) })
  doing.context.output.result({ ...view.source, ...view }, sourceText(view))
}

/** Where it is cited, and why it counts once with others there. */
export const passages = async (doing: Doing): Promise<void> => {
  const { client, context } = doing
  const id = theId(doing)
  const { source } = await client.sources.get({ id })
  const read = async (page: { offset: number; limit: number }) => {
    const { total, rows } = await client.sources.passages({ id, ...page })
    const places = rows.map(({ articleId, passage }) => ({ articleId, passage }))
    const found = await client.support.passages({ places })
    return { total, rows: rows.map((row) => ({ row, why: whyOf(source.id, row, found) })) }
  }
  for await (const { row, why } of allRows(read, context.signal))
    context.output.result({ ...row, why }, citingText(row, why))
}

/** Sources that were said to be different; the id of each is what `recall` wants. */
export const dismissals = async ({ client, context }: Doing): Promise<void> => {
  for await (const row of allRows((page) => client.sources.dismissals(page), context.signal))
    context.output.result(row, plainLine(`${row.id}  ${row.sources.map(({ name }) => name).join(', ')}`))
}

export const proposals = async ({ client, context }: Doing): Promise<void> => {
  let groups = 0
  const read = async (page: { offset: number; limit: number }) => {
    const { total, groups: rows } = await client.sources.proposals(page)
    groups = total
    return { total, rows }
  }
  for await (const group of allRows(read, context.signal)) context.output.result(group, groupText(group))
  context.output.text(`${groups} groups. To merge one: cuttings sources merge <id to keep> <id>...`)
}

export const history = async ({ client, context }: Doing): Promise<void> => {
  const read = async (page: { offset: number; limit: number }) => {
    const { total, steps } = await client.sources.history(page)
    return { total, rows: steps }
  }
  for await (const step of allRows(read, context.signal)) context.output.result(step, stepText(step))
}
