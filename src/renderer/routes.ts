import type { RouteRecordRaw } from 'vue-router'
import ClaimsView from './views/claims/ClaimsView.vue'
import DuplicatesView from './views/duplicates/DuplicatesView.vue'
import ExportView from './views/export/ExportView.vue'
import FilingView from './views/filing/FilingView.vue'
import ImportView from './views/import/ImportView.vue'
import LibraryView from './views/library/LibraryView.vue'
import NetworkView from './views/network/NetworkView.vue'
import OverviewView from './views/overview/OverviewView.vue'
import QueryListView from './views/queries/QueryListView.vue'
import SearchView from './views/search/SearchView.vue'
import SupportListView from './views/support/SupportListView.vue'
import SpellingsView from './views/spellings/SpellingsView.vue'
import TrashView from './views/trash/TrashView.vue'
import VerifyView from './views/verify/VerifyView.vue'

/**
 * `/library/article/<id>#12` opens a record at a passage. What the list shows is in the query: `show` (kind), `is`, `lang`,
 * `source`; `find` marks the places of a search in the open record.
 */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/library/:kind(article|photo|reference|source)?/:id?', name: 'library', component: LibraryView },
  { path: '/claims/:id?', name: 'claims', component: ClaimsView },
  { path: '/import', name: 'import', component: ImportView },
  { path: '/search', name: 'search', component: SearchView },
  { path: '/queries', name: 'queries', component: QueryListView },
  { path: '/packs', name: 'packs', component: ExportView },
  { path: '/duplicates', name: 'duplicates', component: DuplicatesView },
  {
    path: '/support/:list(unsourced|single-source|uncredited)?',
    name: 'support',
    component: SupportListView,
  },
  { path: '/spellings', name: 'spellings', component: SpellingsView },
  { path: '/overview', name: 'overview', component: OverviewView },
  { path: '/filing', name: 'filing', component: FilingView },
  { path: '/trash', name: 'trash', component: TrashView },
  { path: '/network', name: 'network', component: NetworkView },
  { path: '/verify', name: 'verify', component: VerifyView },
  { path: '/:rest(.*)*', redirect: '/library' },
]
