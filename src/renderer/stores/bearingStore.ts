import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { ClaimRow, Mark, ProposedClaim } from '#shared/contract/claims'
import type { Note } from '#shared/model/note'
import type { PassageTarget } from '#shared/model/selector'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { useLastChangeStore } from './lastChangeStore'
import { onceAndAgain } from './onceAndAgain'
import { useReadingStore } from './readingStore'

type Bearing = ArchiveOutputs['claims']['bearing']

/** A mark with what it stands for. */
export type MarkedRecord =
  | { readonly mark: Mark; readonly kind: 'claim'; readonly claim: ClaimRow }
  | { readonly mark: Mark; readonly kind: 'note'; readonly note: Note }

/** What is to be done with words that were selected. */
export interface BearingForm {
  readonly type: 'cite' | 'quote' | 'note' | 'claim' | 'evidence'
  readonly target: PassageTarget
  readonly words: string
}

const recordsOf = ({ claims, notes, marks }: Bearing): MarkedRecord[] => {
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const written = new Map(notes.map((note) => [note.id, note]))
  return marks.flatMap((mark): MarkedRecord[] => {
    const [claim, note] = [known.get(mark.recordId), written.get(mark.recordId)]
    if (claim) return [{ mark, kind: 'claim', claim }]
    return note ? [{ mark, kind: 'note', note }] : []
  })
}

/** Claims and notes beside the article that is open, as it stands in the version that is shown. */
export const useBearingStore = defineStore('bearing', () => {
  const { archive } = useServices().connection
  const { claims } = archive
  const reading = useReadingStore()
  const library = useArchiveStore()
  const last = useLastChangeStore()
  const records = shallowRef<readonly MarkedRecord[]>([])
  const proposals = shallowRef<readonly ProposedClaim[]>()
  const form = shallowRef<BearingForm>()
  const isOpen = ref(false)

  const load = onceAndAgain(async () => {
    const { record, version } = reading
    if (record?.kind !== 'article' || !version) {
      records.value = []
      return
    }
    try {
      const answer = await claims.bearing({ itemId: version.articleId, versionId: version.id })
      if (reading.version?.id === version.id) records.value = recordsOf(answer)
    } catch {
      // The text is shown all the same; what is done with it says by itself why it can't be.
      records.value = []
    }
  })

  const propose = async (): Promise<void> => {
    const articleId = reading.version?.articleId
    if (articleId === undefined) return
    const answer = await last.attempt(() => claims.propose({ articleId, limit: 500 }))
    proposals.value = answer?.rows
  }
  watch(
    () => reading.version?.id,
    () => {
      form.value = undefined
      proposals.value = undefined
    },
  )
  watch(
    [() => reading.version?.id, () => library.revision, () => last.turn],
    async () => {
      await load()
      if (proposals.value) await propose()
    },
    { immediate: true },
  )
  /** A confirmed citation stands in the article itself, and comes and goes with its undo. */
  watch(
    () => last.turn,
    () => void (reading.record?.kind === 'article' && reading.load()),
  )

  return {
    records,
    proposals,
    form,
    isOpen,
    byPassage: computed(() => {
      const found = new Map<string, MarkedRecord[]>()
      for (const one of records.value) {
        if (one.mark.passage === undefined) continue
        found.set(one.mark.passage, [...(found.get(one.mark.passage) ?? []), one])
      }
      return found
    }),
    adrift: computed(() =>
      records.value.filter(({ mark }) => mark.standing.state === 'orphan' || mark.standing.state === 'gone'),
    ),
    aboutAll: computed(() =>
      records.value.filter(({ mark }) => mark.passage === undefined && mark.standing.state === 'here'),
    ),
    load,
    propose,
    begin: (next: BearingForm): void => {
      last.forgetError()
      form.value = next
      isOpen.value = true
    },
    end: (): void => {
      form.value = undefined
    },
  }
})
