import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryStorage, mountView } from '../testing/mountView'
import { useSettingsStore } from './settingsStore'

const withSettings = async (storage = createMemoryStorage()) => {
  let settings: ReturnType<typeof useSettingsStore> | undefined
  const view = defineComponent({
    setup: () => {
      settings = useSettingsStore()
      return () => h('i')
    },
  })
  await mountView(view, { storage })
  if (!settings) throw new TypeError('no store')
  return settings
}

describe('useSettingsStore', () => {
  it('remembers what was set', async () => {
    const storage = createMemoryStorage()
    const before = await withSettings(storage)
    before.theme = 'dark'
    before.listWidth = 30
    before.citationStyle = 'apa'
    await flushPromises()
    expect(document.documentElement.dataset.theme).toBe('dark')
    const after = await withSettings(storage)
    expect([after.theme, after.listWidth, after.citationStyle]).toEqual(['dark', 30, 'apa'])
  })

  it('starts with its own values where what is stored is of no use', async () => {
    const storage = createMemoryStorage()
    storage.setItem('cuttings.theme', '"pink"')
    storage.setItem('cuttings.listWidth', '{')
    const settings = await withSettings(storage)
    expect([settings.theme, settings.listWidth]).toEqual(['system', 23.5])
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })
})
