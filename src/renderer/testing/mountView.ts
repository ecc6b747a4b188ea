import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, useRouter, type Router } from 'vue-router'
import { equipPage } from '../createPage'
import type { SettingsStorage } from '../services'
import { createFakeConnection, type FakeConnection, type FakeConnectionOptions } from './fakeConnection'

export interface MountOptions extends FakeConnectionOptions {
  /** Where the page is when the view is mounted. */
  readonly path?: string
  readonly props?: Readonly<Record<string, unknown>>
  readonly storage?: SettingsStorage
}

export interface MountedView {
  readonly wrapper: VueWrapper
  readonly connection: FakeConnection
  readonly router: Router
}

/** A storage that forgets: for tests. */
export const createMemoryStorage = (): SettingsStorage => {
  const map = new Map<string, string>()
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) }
}

/** Mounts a view, or the whole page by `PageRoot`, on a fake connection, and waits until it rests. */
export const mountView = async (view: Component, options: MountOptions = {}): Promise<MountedView> => {
  const connection = createFakeConnection(options)
  let router: Router | undefined
  const Stage = defineComponent({
    setup: () => {
      router = useRouter()
      return () => h(view, options.props)
    },
  })
  const history = createMemoryHistory()
  history.replace(options.path ?? '/library')
  const services = {
    connection,
    storage: options.storage ?? createMemoryStorage(),
    now: () => new Date('2026-11-22T14:00:00.000Z'),
  }
  const wrapper = mount(Stage, {
    attachTo: document.body,
    global: { plugins: [{ install: (app) => equipPage(app, services, history) }] },
  })
  await flushPromises()
  if (!router) throw new TypeError('the view was mounted without a router')
  return { wrapper, connection, router }
}
