import { ref, shallowRef } from 'vue'
import type { ArchiveClient } from '#shared/contract/archive'
import type { Offered } from '#shared/contract/host'
import type { ListPreview } from '#shared/contract/queryLists'

type Source = { readonly token: string } | { readonly text: string }

/** How a list is run: `column` counted from 0, or each line as it stands. */
export interface ListChoices {
  readonly column: number | 'line'
  readonly hasHeads: boolean
  readonly readAs: 'phrase' | 'query'
}

export interface ListSourceDeps {
  readonly searches: ArchiveClient['searches']
  /** Does it; whatever fails is shown in its place. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>
  /** Told of each list that was read. */
  readonly onRead: () => void
}

/** Where a list comes from, what it looks like, and how it is to be read. */
export const createListSource = ({ searches, attempt, onRead }: ListSourceDeps) => {
  const source = shallowRef<Source>()
  const name = ref('')
  const preview = shallowRef<ListPreview>()
  const choices = shallowRef<ListChoices>({ column: 0, hasHeads: false, readAs: 'phrase' })

  const read = async (called: string, from: Source): Promise<void> => {
    const found = await searches.readList({ source: from })
    source.value = from
    name.value = called
    preview.value = found
    choices.value = { ...choices.value, column: found.column, hasHeads: found.hasHeads }
    onRead()
  }

  return {
    source,
    name,
    preview,
    choices,
    paste: (called: string, text: string) => attempt(() => read(called, { text })),
    offer: (offered: () => Promise<readonly (Offered | null)[] | null>) =>
      attempt(async () => {
        const file = (await offered())?.[0]
        if (file) await read(file.name, { token: file.token })
      }),
    forget: (): void => {
      source.value = undefined
      preview.value = undefined
    },
  }
}
