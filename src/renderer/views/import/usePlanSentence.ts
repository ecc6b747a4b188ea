import { useI18n } from 'vue-i18n'
import type { PlanEntry, PlanPreview } from '#shared/contract/work'
import { useFormats } from '../../composables/useFormats'
import { kindOfFormat } from './formatKinds'

type Counts = NonNullable<PlanEntry['counts']>
const parts = ['summary', 'passages', 'citations', 'slots'] as const

export interface PlanSentences {
  /** What is in a text: '3 summary points, 20 paragraphs'; empty for what has none. */
  readonly parts: (entry: PlanEntry) => string
  /** What a file will make, or why not, as whole sentences; for a version only what is said beside its article. */
  readonly sentence: (entry: PlanEntry, heldTitle?: string, preview?: PlanPreview) => string
}

const hasText = (counts: Counts | undefined): counts is Counts =>
  counts !== undefined && counts.passages + counts.summary > 0

/** A dry run's outcomes in words. */
export const usePlanSentence = (): PlanSentences => {
  const { t, te, locale } = useI18n()
  const { number } = useFormats()

  const listed = (counts: Counts): string =>
    new Intl.ListFormat(locale.value, { type: 'unit' }).format(
      parts
        .filter((part) => counts[part] > 0 || part === 'passages' || part === 'citations')
        .map((part) => t(`import.makes.${part}`, { n: number(counts[part]) }, counts[part])),
    )

  const makes = ({ counts, format, records = 1, table }: PlanEntry, preview?: PlanPreview): string => {
    if (format === 'citation-pack' && counts) return t('import.makes.pack', { parts: listed(counts) })
    if (hasText(counts))
      return records > 1
        ? t('import.makes.articles', { n: number(records), parts: listed(counts) }, records)
        : t('import.makes.article', { parts: listed(counts) })
    const mapped = preview?.kind === 'records' ? preview.table?.mapping.target : undefined
    const kind = table ? (mapped ?? 'record') : kindOfFormat(format)
    const key = table && kind === 'photo' ? 'photoListed' : kind
    const words = t(`import.makes.${key}`, { n: number(records) }, records)
    return table && !mapped ? `${words} ${t('import.makes.table')}` : words
  }
  const asides = ({ counts, doubts = 0, message }: PlanEntry): readonly string[] => {
    const furniture = counts?.furniture ?? 0
    return [
      ...(message === undefined ? [] : [message]),
      ...(furniture > 0 ? [t('import.makes.furniture', { n: number(furniture) }, furniture)] : []),
      ...(doubts > 0 ? [t('import.makes.doubts', { n: number(doubts) }, doubts)] : []),
    ]
  }
  const why = ({ error }: PlanEntry): string => {
    if (!error) return ''
    return te(`errors.${error.code}`) ? t(`errors.${error.code}`, { ...error.details }) : error.message
  }
  const same = ({ id, message }: PlanEntry, title: string | undefined): string => {
    const held = t(id ? 'import.makes.sameHeld' : 'import.makes.sameBatch')
    const said = title ? t('import.makes.sameAs', { title }) : held
    return message === undefined ? said : `${said} ${message}`
  }

  return {
    parts: ({ counts }) => (hasText(counts) ? listed(counts) : ''),
    sentence: (entry, heldTitle, preview) => {
      switch (entry.outcome) {
        case 'add':
          return [makes(entry, preview), ...asides(entry)].join(' ')
        case 'version':
          return asides(entry).join(' ')
        case 'keep':
          if (entry.sidecar) return t('import.makes.sidecar')
          return entry.error ? t('import.makes.keep', { why: why(entry) }) : t('import.makes.keepPlain')
        case 'refuse':
          return why(entry)
        case 'note':
          return entry.message ?? ''
        case 'duplicate':
          return same(entry, heldTitle)
      }
    },
  }
}
