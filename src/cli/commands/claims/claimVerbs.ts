import type { ClaimFilter } from '#shared/contract/claims'
import { claimLack } from '#shared/contract/claims'
import { claimStatus, claimType, evidenceRelation, type Claim } from '#shared/model/claim'
import { plainLine } from '../../plainText'
import { claimRowText, claimViewText, loggedText, proposalText } from './claimText'
import { targetOf } from './targetOf'
import { allRows, type VerbRun, type Verbs } from '../verbs'

const tell = ({ context }: VerbRun, claim: Claim, done: string): void =>
  context.output.result(claim, plainLine(`${done} ${claim.id}  ${claim.status}  ${claim.text}`))

const filterOf = ({ options }: VerbRun): ClaimFilter => ({
  ...(options['status'] === undefined ? {} : { status: claimStatus.parse(options['status']) }),
  ...(options['type'] === undefined ? {} : { claimType: claimType.parse(options['type']) }),
  ...(options['article'] === undefined ? {} : { articleId: String(options['article']) }),
  ...(options['source'] === undefined ? {} : { sourceId: String(options['source']) }),
  ...(options['lack'] === undefined ? {} : { lack: claimLack.parse(options['lack']) }),
})

const list = async (run: VerbRun): Promise<void> => {
  const { client, context } = run
  const filter = filterOf(run)
  for await (const row of allRows((page) => client.claims.list({ filter, ...page }), context.signal))
    context.output.result(row, claimRowText(row))
}

const add = async (run: VerbRun): Promise<void> => {
  const { client, options } = run
  const target = await targetOf(client, options)
  const made = {
    text: String(options['text']),
    claimType: options['type'] === undefined ? ('fact' as const) : claimType.parse(options['type']),
  }
  tell(run, await client.claims.make({ ...made, ...(target ? { target } : {}) }), 'Made')
}

const addEvidence = async (run: VerbRun): Promise<void> => {
  const { client, id, options } = run
  const target = await targetOf(client, options)
  const claim = await client.claims.addEvidence({
    id,
    relation: evidenceRelation.parse(options['relation']),
    ...(target ? { target } : {}),
    ...(options['item'] === undefined ? {} : { itemId: String(options['item']) }),
    ...(options['source'] === undefined ? {} : { sourceId: String(options['source']) }),
    ...(options['obtained'] === undefined ? {} : { obtained: String(options['obtained']) }),
  })
  tell(run, claim, 'Evidence added to')
}

const editEvidence = async (run: VerbRun): Promise<void> => {
  const { client, id, options } = run
  const target = await targetOf(client, options)
  const obtained = options['obtained'] === undefined ? undefined : String(options['obtained']) || null
  const claim = await client.claims.editEvidence({
    id,
    evidenceId: String(options['evidence']),
    ...(options['relation'] === undefined ? {} : { relation: evidenceRelation.parse(options['relation']) }),
    ...(target ? { target } : {}),
    ...(obtained === undefined ? {} : { obtained }),
  })
  tell(run, claim, 'Evidence edited of')
}

const removeEvidence = async (run: VerbRun): Promise<void> => {
  const { client, id, options } = run
  tell(
    run,
    await client.claims.removeEvidence({ id, evidenceId: String(options['evidence']) }),
    'Evidence taken from',
  )
}

const check = async (run: VerbRun): Promise<void> => {
  const { client, id, options } = run
  const line = {
    by: String(options['by']),
    method: String(options['method']),
    outcome: claimStatus.parse(options['outcome']),
  }
  tell(run, await client.claims.check({ id, ...line }), 'Checked')
}

const propose = async ({ client, id, context }: VerbRun): Promise<void> => {
  const rows = allRows((page) => client.claims.propose({ articleId: id, ...page }), context.signal)
  for await (const row of rows) context.output.result(row, proposalText(row))
}

const log = async ({ client, context }: VerbRun): Promise<void> => {
  for await (const line of allRows((page) => client.claims.log(page), context.signal))
    context.output.result(line, loggedText(line))
}

const show = async ({ client, id, context }: VerbRun): Promise<void> => {
  const view = await client.claims.get({ id })
  context.output.result(view, claimViewText(view))
}

const withdraw = async ({ client, id, context }: VerbRun): Promise<void> => {
  await client.claims.withdraw({ id })
  context.output.result(
    { event: 'withdrawn', id },
    plainLine(`Withdrawn. To bring it back: cuttings claims restore ${id}`),
  )
}

const edit = async (run: VerbRun): Promise<void> => {
  const { client, id, options } = run
  const { status, claimType: type } = filterOf(run)
  const target = await targetOf(client, options)
  const claim = await client.claims.edit({
    id,
    ...(target ? { target } : {}),
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { claimType: type }),
    ...(options['text'] === undefined ? {} : { text: String(options['text']) }),
  })
  tell(run, claim, 'Edited')
}

/** What `cuttings claims` can do; the first is done where none is named. */
export const claimVerbs: Verbs = {
  list: { run: list },
  show: { about: 'the id of a claim', run: show },
  add: { writes: true, wants: ['text'], run: add },
  edit: { writes: true, about: 'the id of a claim', run: edit },
  evidence: { writes: true, about: 'the id of a claim', wants: ['relation'], run: addEvidence },
  'edit-evidence': { writes: true, about: 'the id of a claim', wants: ['evidence'], run: editEvidence },
  'remove-evidence': { writes: true, about: 'the id of a claim', wants: ['evidence'], run: removeEvidence },
  check: { writes: true, about: 'the id of a claim', wants: ['by', 'method', 'outcome'], run: check },
  propose: { about: 'the id of an article', run: propose },
  log: { run: log },
  withdraw: { writes: true, about: 'the id of a claim', run: withdraw },
  restore: {
    writes: true,
    about: 'the id of a claim',
    run: async (run) => tell(run, await run.client.claims.restore({ id: run.id }), 'Restored'),
  },
}
