import { counted } from '#shared/counted'
import type { SourceStep, SpellingGroup } from '#shared/contract/sources'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { Source } from '#shared/model/citation'
import { plainLine } from '../../plainText'

export const warningMark = (warnings: number): string => (warnings > 0 ? `  ${warnings} to look at` : '')

export const groupText = ({ reason, members, total }: SpellingGroup): string => {
  const head = `${counted(total, 'source')}, ${reason === 'same-words' ? 'the same words' : 'nearly the same words'}:`
  const lines = members.map(({ id, name, citations, articles, warnings }) =>
    plainLine(
      `  ${id}  ${counted(citations, 'citation')} in ${counted(articles, 'article')}  ${name}${warningMark(warnings)}`,
    ),
  )
  return [head, ...lines, ...(total > members.length ? [`  and ${total - members.length} more`] : [])].join(
    '\n',
  )
}

const deeds: Readonly<Record<SourceStep['deed'], (step: SourceStep) => string>> = {
  edit: () => 'edited',
  merge: ({ sources, others }) => `${others} merged into ${sources}`,
  split: ({ others }) => `${others} split off`,
}

export const stepText = (step: SourceStep): string => {
  const undone = step.undone === 0 ? '' : step.undone < step.sources ? `, ${step.undone} undone` : ', undone'
  const names = step.shown.map(({ source }) => source.name).join(', ')
  return plainLine(`${step.id}  ${step.at}  ${deeds[step.deed](step)}${undone}  ${names}`)
}

const stated = (source: Source): string[] => [
  ...source.aliases.map((alias) => `also printed as: ${alias}`),
  ...(source.sourceKind ? [`kind: ${source.sourceKind}`] : []),
  ...(source.url ? [`address: ${source.url}`] : []),
  ...(source.owner ? [`owner: ${source.owner}`] : []),
  ...(source.houseNote ? [`house note: ${source.houseNote}`] : []),
  ...source.warnings.map((warning) => `to look at: ${warning}`),
  ...(source.confidential ? ['must not be named outside'] : []),
]

export const sourceText = (view: ArchiveOutputs['sources']['get']): string =>
  [
    `${view.source.name}  ${view.source.id}`,
    `${counted(view.citations, 'citation')} in ${counted(view.articles, 'article')}, ${counted(view.references.length, 'reference')}`,
    ...(view.mergedFrom ? [`"${view.mergedFrom.name}" was merged into it`] : []),
    ...stated(view.source),
    ...view.printed.map(({ literal, citations }) => `printed as "${literal}": ${citations}`),
  ]
    .map(plainLine)
    .join('\n')
