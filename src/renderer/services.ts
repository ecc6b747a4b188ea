import { inject, type InjectionKey } from 'vue'
import type { HostConnection } from './transport/types'

/** Where settings of the page are remembered; the page's own localStorage, or a map in tests. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>

/** All that the page is given from outside. */
export interface PageServices {
  readonly connection: HostConnection
  readonly storage: SettingsStorage
  readonly now: () => Date
}

export const servicesKey: InjectionKey<PageServices> = Symbol('services')

/** For stores and composables; works inside a Pinia setup store, since it runs in the application's context. */
export const useServices = (): PageServices => {
  const services = inject(servicesKey)
  if (!services) throw new TypeError('the page was mounted without its services')
  return services
}
