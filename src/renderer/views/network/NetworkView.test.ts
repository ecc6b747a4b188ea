import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { useNetworkStore } from '../../stores/networkStore'
import { mountView, type MountedView } from '../../testing/mountView'
import NetworkView from './NetworkView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const violation = (blockedURI: string): Event =>
  Object.assign(new Event('securitypolicyviolation'), { blockedURI })

it('says how much was let out and refused, and how to see for oneself', async () => {
  mounted = await mountView(NetworkView, { path: '/network' })
  const text = mounted.wrapper.text()
  expect(text).toMatch(/Let out\s*0\s*Refused\s*2/)
  expect(text).toContain('https://evil.example')
  expect(text).toContain('npm run network')
  expect(text).not.toContain('Something was let out')
})

it('counts what the page’s own policy stopped, by where it led', async () => {
  mounted = await mountView(NetworkView, { path: '/network' })
  const life = new AbortController()
  const page = new EventTarget()
  useNetworkStore().listen(page, life.signal)
  for (const path of ['a', 'b']) page.dispatchEvent(violation(`https://other.example/${path}?secret`))
  page.dispatchEvent(violation('eval'))
  life.abort()
  page.dispatchEvent(violation('https://late.example/'))
  await flushPromises()
  const text = mounted.wrapper.text()
  expect(text).toMatch(/Refused\s*5/)
  expect(text).toContain('https://other.example')
  expect(text).not.toMatch(/secret|late\.example/)
})

it('says loudly where something was let out', async () => {
  mounted = await mountView(NetworkView, { path: '/network' })
  const store = useNetworkStore()
  store.ledger = { since: '2026-11-22T09:00:00.000Z', allowed: 1, refused: 0, lines: [] }
  await flushPromises()
  expect(mounted.wrapper.get('[role=alert]').text()).toContain('Something was let out')
})
