import { useI18n } from 'vue-i18n'
import type { PlanEntry } from '#shared/contract/work'
import { useFormats } from '../../composables/useFormats'

type Counts = NonNullable<PlanEntry['counts']>
const parts = ['summary', 'passages', 'citations', 'slots'] as const

/** What a file will make, or why not, as whole sentences. */
export const usePlanSentence = (): ((entry: PlanEntry, heldTitle: string | undefined) => string) => {
  const { t, locale } = useI18n()
  const { number } = useFormats()

  const listed = (counts: Counts): string =>
    new Intl.ListFormat(locale.value, { type: 'unit' }).format(
      parts
        .filter((part) => counts[part] > 0 || part === 'passages' || part === 'citations')
        .map((part) => t(`import.makes.${part}`, { n: number(counts[part]) }, counts[part])),
    )

  const added = ({ counts, format, doubts = 0 }: PlanEntry): string => {
    if (!counts) return ''
    const makes = t(format === 'pack' ? 'import.makes.pack' : 'import.makes.article', {
      parts: listed(counts),
    })
    const { furniture } = counts
    return [
      makes,
      furniture > 0 && t('import.makes.furniture', { n: number(furniture) }, furniture),
      doubts > 0 && t('import.makes.doubts', { n: number(doubts) }, doubts),
    ]
      .filter(Boolean)
      .join(' ')
  }

  return (entry, heldTitle) => {
    const why = entry.error ? t(`errors.${entry.error.code}`, { ...entry.error.details }) : ''
    if (entry.outcome === 'add') return added(entry)
    if (entry.outcome === 'keep') return t('import.makes.keep', { why })
    if (entry.outcome === 'refuse') return why
    if (heldTitle) return t('import.makes.sameAs', { title: heldTitle })
    return t(entry.id ? 'import.makes.sameHeld' : 'import.makes.sameBatch')
  }
}
