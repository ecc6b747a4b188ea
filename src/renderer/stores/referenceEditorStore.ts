import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { ErrorReport } from '#shared/errors'
import type { Reference } from '#shared/model/reference'
import { draftOf, newDraft, sameDraft, type ReferenceDraft } from '../references/draft'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

/** What was saved last, with what it was before: absent for a reference that was made. */
interface SavedEdit {
  readonly id: string
  readonly before?: Reference
}

/** As the core takes it: plain data, without a key where it is to be given one. */
const plain = ({ csl, key, sourceId }: ReferenceDraft) => ({
  csl: structuredClone(csl) as { type: string },
  ...(key === '' ? {} : { key }),
  ...(sourceId === undefined ? {} : { sourceId }),
})

/** References that are being edited. What was typed stays until it is saved or thrown away, whatever is looked at meanwhile. */
export const useReferenceEditorStore = defineStore('referenceEditor', () => {
  const { references } = useServices().connection.archive
  const drafts = shallowReactive(new Map<string, ReferenceDraft>())
  const held = shallowReactive(new Map<string, Reference>())
  /** `new`, or the id of the reference whose form is open. */
  const openId = ref<string>()
  const error = shallowRef<ErrorReport>()
  const isSaving = ref(false)
  const saved = shallowRef<SavedEdit>()

  const draft = computed(() => (openId.value === undefined ? undefined : drafts.get(openId.value)))
  const before = computed(() => (openId.value === undefined ? undefined : held.get(openId.value)))
  const isChanged = computed(
    () =>
      draft.value !== undefined && !sameDraft(draft.value, before.value ? draftOf(before.value) : newDraft),
  )

  const begin = (id: string, first: ReferenceDraft): void => {
    if (!drafts.has(id)) drafts.set(id, first)
    error.value = undefined
    openId.value = id
  }

  const close = (): void => {
    openId.value = undefined
    error.value = undefined
  }

  const discard = (): void => {
    if (openId.value !== undefined) drafts.delete(openId.value)
    close()
  }

  const attempt = async (work: () => Promise<Reference>): Promise<Reference | undefined> => {
    isSaving.value = true
    try {
      return await work()
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    } finally {
      isSaving.value = false
    }
  }

  /** The reference as it is kept now; undefined where it was refused, and says why. */
  const save = async (): Promise<Reference | undefined> => {
    const [id, edited, was] = [openId.value, draft.value, before.value]
    if (id === undefined || !edited || isSaving.value) return undefined
    const kept = await attempt(() =>
      was ? references.save({ id, ...plain(edited) }) : references.create(plain(edited)),
    )
    if (!kept) return undefined
    saved.value = { id: kept.id, ...(was ? { before: was } : {}) }
    discard()
    return kept
  }

  /** Everything as it was before the last edit, as an edit of its own. */
  const undo = async (): Promise<Reference | undefined> => {
    const was = saved.value?.before
    if (!was || isSaving.value) return undefined
    const kept = await attempt(() => references.save({ id: was.id, ...plain(draftOf(was)) }))
    if (kept) saved.value = undefined
    return kept
  }

  return {
    openId,
    draft,
    isChanged,
    isSaving,
    error,
    saved,
    edit: (reference: Reference) => {
      held.set(reference.id, reference)
      begin(reference.id, draftOf(reference))
    },
    make: () => begin('new', newDraft),
    change: (next: ReferenceDraft) => openId.value !== undefined && drafts.set(openId.value, next),
    close,
    discard,
    save,
    undo,
    complete: (variable: string, text: string): Promise<string[]> =>
      references.complete({ variable, text }).catch(() => []),
  }
})
