import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { useStages } from './useStages'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const Staged = defineComponent({
  setup: () => {
    const stage = useStages(2)
    return () => h('p', stage.value)
  },
})

it('takes one step a task and stops at the last', async () => {
  const wrapper = mount(Staged)
  const seen = [wrapper.text()]
  for (let turn = 0; turn < 4; turn += 1) {
    vi.advanceTimersToNextTimer()
    await nextTick()
    seen.push(wrapper.text())
  }
  expect(seen).toEqual(['0', '1', '2', '2', '2'])
})

it('ends with its component', () => {
  mount(Staged).unmount()
  expect(vi.getTimerCount()).toBe(0)
})
