import type { Mark } from '#shared/contract/claims'
import type { Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget, TextSelector } from '#shared/model/selector'
import { readVersionText, type VersionText } from '../quotes/versionText'
import type { Places } from './places'

type Pointing = Pick<Mark, 'recordId' | 'relation'> & Partial<Pick<Mark, 'evidenceId'>>

/** Code points of the passage in which a selection begins; what goes on in the next one ends with it. */
const rangeIn = (
  selector: TextSelector,
  passage: string,
  text: VersionText,
): [number, number] | undefined => {
  const line = text.lines.find(({ label }) => label === passage)
  return line && [selector.start - line.start, Math.min(selector.end, line.end) - line.start]
}

const markOf = (
  pointing: Pointing,
  target: PassageTarget,
  version: Version,
  places: Places,
  text: VersionText,
): Mark => {
  const standing = places.standing(target, version)
  const shown = standing.state === 'here' ? target : standing.state === 'found' ? standing.target : undefined
  if (!shown) return { ...pointing, standing }
  // A whole passage stays one, wherever it is found.
  const range = target.selector && shown.selector && rangeIn(shown.selector, shown.passage, text)
  return { ...pointing, passage: shown.passage, ...(range ? { range } : {}), standing }
}

const pointings = (claim: Claim, articleId: Id): { pointing: Pointing; target: PassageTarget }[] => [
  ...(claim.target?.articleId === articleId
    ? [{ pointing: { recordId: claim.id, relation: 'about' as const }, target: claim.target }]
    : []),
  ...claim.evidence.flatMap(({ id, relation, target }) =>
    target?.articleId === articleId
      ? [{ pointing: { recordId: claim.id, relation, evidenceId: id }, target }]
      : [],
  ),
]

/** The passage that a note is about; undefined where it is about the whole item. */
export const noteToTarget = ({ target }: Note): PassageTarget | undefined => {
  const { itemId, versionId, passage, selector } = target
  return versionId === undefined || passage === undefined
    ? undefined
    : { articleId: itemId, versionId, passage, ...(selector ? { selector } : {}) }
}

/** Where claims, evidence and notes stand in a version of an article. */
export const marksIn = (
  version: Version,
  bearing: { readonly claims: readonly Claim[]; readonly notes: readonly Note[] },
  places: Places,
): Mark[] => {
  const text = readVersionText(version)
  const ofClaims = bearing.claims.flatMap((claim) =>
    pointings(claim, version.articleId).map(({ pointing, target }) =>
      markOf(pointing, target, version, places, text),
    ),
  )
  const ofNotes = bearing.notes.map((note): Mark => {
    const target = noteToTarget(note)
    const pointing = { recordId: note.id, relation: 'about' } as const
    return target
      ? markOf(pointing, target, version, places, text)
      : { ...pointing, standing: { state: 'here' } }
  })
  return [...ofClaims, ...ofNotes]
}
