import { defineStore } from 'pinia'
import { ref, watch, watchEffect, type Ref } from 'vue'
import { useServices, type SettingsStorage } from '../services'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'roomy' | 'dense'
export type PhotoLayout = 'grid' | 'list'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const densities: readonly Density[] = ['roomy', 'dense']
const photoLayouts: readonly PhotoLayout[] = ['grid', 'list']

const remembered = <Value>(
  storage: SettingsStorage,
  name: string,
  fallback: Value,
  isValue: (value: unknown) => value is Value,
): Ref<Value> => {
  const key = `cuttings.${name}`
  const read = (): Value => {
    const text = storage.getItem(key)
    if (text === null) return fallback
    try {
      const value: unknown = JSON.parse(text)
      return isValue(value) ? value : fallback
    } catch {
      // A setting that can't be read is no reason not to start: deleting settings loses nothing.
      return fallback
    }
  }
  const value = ref(read()) as Ref<Value>
  watch(value, (now) => storage.setItem(key, JSON.stringify(now)))
  return value
}

const isWidth = (value: unknown): value is number => typeof value === 'number' && value >= 10 && value <= 60
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 100
const isYes = (value: unknown): value is boolean => typeof value === 'boolean'

/** What the user set about the page itself; remembered in the browser's storage, never in the archive. */
export const useSettingsStore = defineStore('settings', () => {
  const { storage } = useServices()
  const theme = remembered<Theme>(storage, 'theme', 'system', (value): value is Theme =>
    themes.includes(value as Theme),
  )
  const density = remembered<Density>(storage, 'density', 'roomy', (value): value is Density =>
    densities.includes(value as Density),
  )
  const photoLayout = remembered<PhotoLayout>(storage, 'photoLayout', 'grid', (value): value is PhotoLayout =>
    photoLayouts.includes(value as PhotoLayout),
  )
  /** rem */
  const sideWidth = remembered(storage, 'sideWidth', 13.5, isWidth)
  const listWidth = remembered(storage, 'listWidth', 23.5, isWidth)
  /** Commands of one letter, outside fields. */
  const singleKeys = remembered(storage, 'singleKeys', true, isYes)

  /** An import keeps what it can't read, as originals. */
  const keepUnreadable = remembered(storage, 'keepUnreadable', false, isYes)

  /** How works are cited, as it was chosen last. */
  const citationStyle = remembered(storage, 'citationStyle', 'chicago-notes', isName)
  const citationLocale = remembered(storage, 'citationLocale', 'en-US', isName)

  watchEffect(() => {
    const root = document.documentElement
    if (theme.value === 'system') delete root.dataset.theme
    else root.dataset.theme = theme.value
  })

  const nextTheme = (): void => {
    theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'system'
  }

  return {
    theme,
    density,
    photoLayout,
    sideWidth,
    listWidth,
    singleKeys,
    keepUnreadable,
    citationStyle,
    citationLocale,
    nextTheme,
  }
})
