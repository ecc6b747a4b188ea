import { computed, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Hit } from '#shared/contract/search'
import type { Shortcut } from '../../commands/commands'
import { matchWords } from '../../components/palette/matchWords'
import { useCommandsStore } from '../../stores/commandsStore'
import { useSearchPlace } from '../../composables/useSearchPlace'
import { usePaletteStore } from '../../stores/paletteStore'
import { useSavedSearchesStore } from '../../stores/savedSearchesStore'
import type { CodePointRange } from '../../text/segments'

export type PaletteRow = {
  readonly key: string
  readonly group: 'commands' | 'go' | 'saved' | 'items'
  readonly title: string
  readonly ranges: readonly CodePointRange[]
} & (
  | { readonly type: 'command'; readonly run: () => void; readonly shortcut?: Shortcut | undefined }
  | { readonly type: 'item'; readonly hit: Hit }
)

/** What the palette lists for what is typed: commands that can be run now, places to go to, and items that are found. */
export const usePaletteRows = (typed: Readonly<Ref<string>>) => {
  const { t } = useI18n()
  const commands = useCommandsStore()
  const palette = usePaletteStore()
  const saved = useSavedSearchesStore()
  const place = useSearchPlace()
  const hits = shallowRef<readonly Hit[]>([])

  watch(typed, async (text) => {
    const found = await palette.find(text)
    if (typed.value === text) hits.value = found
  })

  const available = computed(() => commands.available().filter((command) => command.id !== 'palette'))
  const commandRows = computed<readonly PaletteRow[]>(() =>
    available.value.flatMap((command) => {
      const title = t(command.titleKey)
      const ranges = matchWords(title, typed.value)
      if (!ranges) return []
      return [
        {
          key: command.id,
          type: 'command' as const,
          group: command.group === 'go' ? ('go' as const) : ('commands' as const),
          title,
          ranges,
          shortcut: command.shortcuts[0],
          run: () => void commands.run(command.id),
        },
      ]
    }),
  )
  const savedRows = computed<readonly PaletteRow[]>(() =>
    saved.list.flatMap((search) => {
      const ranges = matchWords(search.name, typed.value)
      if (!ranges) return []
      const run = (): void => place.open(search)
      return [
        {
          key: search.id,
          type: 'command' as const,
          group: 'saved' as const,
          title: search.name,
          ranges,
          run,
        },
      ]
    }),
  )
  const rows = computed<readonly PaletteRow[]>(() => [
    ...commandRows.value.filter((row) => row.group === 'commands'),
    ...commandRows.value.filter((row) => row.group === 'go'),
    ...savedRows.value,
    ...hits.value.map((hit): PaletteRow => ({
      key: hit.id,
      type: 'item',
      group: 'items',
      title: hit.title,
      ranges: matchWords(hit.title, typed.value) ?? [],
      hit,
    })),
  ])

  return {
    rows,
    shown: computed(() => commandRows.value.length),
    total: computed(() => available.value.length),
  }
}
