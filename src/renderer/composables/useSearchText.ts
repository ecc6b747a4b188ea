import { computed, ref, watch, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { addressToAsked, askedToAddress, isNothing, nothingAsked } from '../searching/searchAddress'
import { useServices } from '../services'
import { useCommandsStore } from '../stores/commandsStore'
import { recordRoute } from './listRoute'

export interface SearchText {
  readonly text: WritableComputedRef<string>
  readonly submit: () => void
  readonly leave: (how: 'cancel' | 'down') => void
}

const linkPattern = /^cuttings:\/\/\S+$/

/** The search field's text is the address's `q`: typing shows the search view, a pasted passage link leads to its place. */
export const useSearchText = (): SearchText => {
  const route = useRoute()
  const router = useRouter()
  const { connection } = useServices()
  const commands = useCommandsStore()

  const followLink = async (link: string): Promise<void> => {
    try {
      const target = await connection.archive.records.resolveLink({ link })
      await router.push(recordRoute(target, {}, target.passage))
    } catch {
      // Not a link of this archive: it stays in the field, read as words, and the search view says what it found.
    }
  }

  const inAddress = (): string => addressToAsked(route.query).text
  const typed = ref(inAddress())
  // The address follows the field a moment later; only another address than the one just asked for changes the field.
  watch(inAddress, (value) => {
    if (value !== typed.value) typed.value = value
  })

  /** Filters and order stay while the words change; a search that is empty of both is left. */
  const search = (value: string): void => {
    const isSearch = route.path === '/search'
    const asked = { ...(isSearch ? addressToAsked(route.query) : nothingAsked), text: value }
    const address = isNothing(asked) ? '/library' : askedToAddress(asked)
    if (isSearch && !isNothing(asked)) void router.replace(address)
    else if (isSearch || !isNothing(asked)) void router.push(address)
  }

  const text = computed({
    get: () => typed.value,
    set: (value: string) => {
      typed.value = value
      if (linkPattern.test(value.trim())) void followLink(value.trim())
      else search(value)
    },
  })

  const focusResults = (): void => {
    document.querySelector<HTMLElement>('main [role="listbox"]')?.focus()
  }

  return {
    text,
    // Enter opens the place that is looked at; where nothing lists places it goes to the list.
    submit: () => {
      if (!commands.run('listOpen')) focusResults()
    },
    leave: (how) => {
      if (how === 'cancel' && route.path === '/search') void router.push('/library')
      focusResults()
    },
  }
}
