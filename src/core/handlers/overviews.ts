import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const overviewHandlers = (os: ArchiveImplementer, { overviews }: Services) => ({
  timeline: os.overviews.timeline.handler(({ input, signal }) => overviews.timeline(input, signal)),
  articles: os.overviews.articles.handler(({ input, signal }) => overviews.articles(input, signal)),
  network: os.overviews.network.handler(({ input, signal }) => overviews.network(input, signal)),
  groups: os.overviews.groups.handler(({ signal }) => overviews.groups(signal)),
})
