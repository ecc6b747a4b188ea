import { createPinia } from 'pinia'
import { createApp, type App } from 'vue'
import { createRouter, type RouterHistory } from 'vue-router'
import type { ErrorReport } from '#shared/errors'
import { formatsKey } from './composables/useFormats'
import { createTexts } from './locales/texts'
import { routes } from './routes'
import { servicesKey, type PageServices } from './services'
import { createFormats } from './text/createFormats'
import PageRoot from './views/PageRoot.vue'
import RefusalView from './views/RefusalView.vue'

/** Gives an application what every part of the page counts on. For the page itself, and for views mounted in tests. */
export const equipPage = (page: App, services: PageServices, history: RouterHistory): void => {
  const texts = createTexts()
  page.provide(servicesKey, services)
  page.provide(
    formatsKey,
    createFormats(() => texts.global.locale.value),
  )
  page.use(createPinia())
  page.use(createRouter({ history, routes: [...routes] }))
  page.use(texts)
}

/** The composition root of the page: everything that it needs is handed in. */
export const createPage = (services: PageServices, history: RouterHistory): App => {
  const page = createApp(PageRoot)
  equipPage(page, services, history)
  return page
}

/** The page where there is no host to talk to: it says why, and no more. */
export const createRefusalPage = (error: ErrorReport): App =>
  createApp(RefusalView, { error }).use(createTexts())
