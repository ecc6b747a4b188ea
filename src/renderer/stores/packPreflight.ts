import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { ArchiveClient, ArchiveOutputs } from '#shared/contract/archive'
import type { Selection } from '#shared/contract/work'
import type { ErrorReport } from '#shared/errors'
import type { PackProfileName } from '#shared/packProfiles'
import type { PreflightRule } from '#shared/preflightRules'
import { errorToReport } from './errorToReport'

export type PreflightReport = ArchiveOutputs['exports']['preflight']
export type PreflightResult = PreflightReport['results'][number]

/** What the checklist of a desk finds before a pack is made, and what is waived of it. A late answer is dropped. */
export const createPackPreflight = (
  { exports }: ArchiveClient,
  selection: Readonly<Ref<Selection>>,
  profile: Readonly<Ref<PackProfileName>>,
) => {
  const report = shallowRef<PreflightReport>()
  const error = shallowRef<ErrorReport>()
  const isLooking = ref(false)
  /** Reasons by rule; whoever waives stands once for all of them. */
  const reasons = ref<Partial<Record<PreflightRule, string>>>({})
  const by = ref('')
  let turn = 0

  const look = async (): Promise<void> => {
    const asked = ++turn
    isLooking.value = true
    try {
      const answer = await exports.preflight({ selection: selection.value, profile: profile.value })
      if (asked !== turn) return
      report.value = answer
      error.value = undefined
    } catch (cause) {
      if (asked !== turn) return
      report.value = undefined
      error.value = errorToReport(cause)
    } finally {
      if (asked === turn) isLooking.value = false
    }
  }
  watch([selection, profile], (now, before) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) void look()
  })

  const waivers = () => {
    const name = by.value.trim()
    if (name === '') return []
    return (report.value?.results ?? []).flatMap(({ rule, total }) => {
      const reason = reasons.value[rule]?.trim() ?? ''
      return total > 0 && reason !== '' ? [{ rule, reason, by: name }] : []
    })
  }
  const isWaived = (rule: PreflightRule): boolean => waivers().some((waiver) => waiver.rule === rule)
  const isStopped = computed(() =>
    (report.value?.results ?? []).some(
      ({ rule, severity, total }) => severity === 'error' && total > 0 && !isWaived(rule),
    ),
  )

  return { report, reportError: error, isLooking, reasons, waivedBy: by, look, waivers, isWaived, isStopped }
}
