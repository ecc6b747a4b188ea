import { createPinia } from 'pinia'
import { createApp, type App } from 'vue'
import { createRouter, type RouterHistory } from 'vue-router'
import type { ErrorReport } from '#shared/errors'
import { createTexts } from './locales/texts'
import { routes } from './routes'
import { servicesKey, type PageServices } from './services'
import PageRoot from './views/PageRoot.vue'
import RefusalView from './views/RefusalView.vue'

/** The composition root of the page: everything that it needs is handed in. */
export const createPage = (services: PageServices, history: RouterHistory): App => {
  const page = createApp(PageRoot)
  page.provide(servicesKey, services)
  page.use(createPinia())
  page.use(createRouter({ history, routes: [...routes] }))
  page.use(createTexts())
  return page
}

/** The page where there is no host to talk to: it says why, and no more. */
export const createRefusalPage = (error: ErrorReport): App =>
  createApp(RefusalView, { error }).use(createTexts())
