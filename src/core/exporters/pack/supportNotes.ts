import type { OriginGroups, PassageSupport, ShownBasis } from '#shared/contract/support'
import type { Source } from '#shared/model/citation'
import { counted } from '#shared/counted'
import { reasonText } from '#core/origins/reasonText'
import { html, type Html } from './html'

type Sources = ReadonlyMap<string, Source>

const basisWords: Readonly<Record<ShownBasis, string>> = {
  printed: 'Printed',
  inferred: 'Inferred from the next source line',
  none: 'Nothing is printed',
  contradicted: 'Contradicted',
}

const between = (parts: readonly Html[], words: string): Html[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [html`${words}`, part]))

const namesOf = (groups: OriginGroups): Html[] =>
  between(
    groups.map(
      ({ members }) =>
        html`${between(
          members.map(({ name }) => html`<bdi>${name}</bdi>`),
          ' with ',
        )}`,
    ),
    ', ',
  )

/** Why some count once, and what a desk is told of them wherever they are cited. */
const remarksOn = (groups: OriginGroups, sources: Sources): Html[] => {
  const reasons = [...new Set(groups.flatMap(({ why }) => why.map(reasonText)))]
  const ids = new Set(groups.flatMap(({ members }) => members.flatMap(({ sourceId }) => sourceId ?? [])))
  const warnings = [...ids].flatMap((id) => {
    const source = sources.get(id)
    return (source?.warnings ?? []).map(
      (warning) => html`To look at, <bdi>${source?.name}: ${warning}</bdi>.`,
    )
  })
  return [...reasons.map((reason) => html`Counted once: <bdi>${reason}</bdi>.`), ...warnings].map(
    (remark) => html` ${remark}`,
  )
}

/** On how many independent sources something rests, who they are, and why some of them count once. */
export const originsNote = (groups: OriginGroups, sources: Sources): Html =>
  groups.length === 0
    ? html`no independent source.`
    : html`${counted(groups.length, 'independent source')}: ${namesOf(groups)}.${remarksOn(groups, sources)}`

/** The line below a passage; nothing below what cannot be checked, such as a heading. */
export const passageNote = ({ basis, checkable, groups }: PassageSupport, sources: Sources): Html | '' => {
  if (!checkable) return ''
  const isBare = basis === 'none' && groups.length === 0
  const note = isBare
    ? html`No source is stated.`
    : html`${basisWords[basis]}; ${originsNote(groups, sources)}`
  return html`<p class="support ${basis}" lang="en" dir="ltr">${note}</p>`
}
