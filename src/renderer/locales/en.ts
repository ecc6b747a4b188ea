import { sentences } from '#shared/sentences'
import { claims } from './en/claims'
import { commands } from './en/commands'
import { common } from './en/common'
import { duplicates } from './en/duplicates'
import { packs } from './en/export'
import { fields } from './en/fields'
import { imports } from './en/import'
import { filing } from './en/filing'
import { fixity } from './en/fixity'
import { jobs } from './en/jobs'
import { list } from './en/list'
import { network } from './en/network'
import { overviews } from './en/overviews'
import { palette } from './en/palette'
import { queries } from './en/queries'
import { reading } from './en/reading'
import { photos } from './en/photos'
import { records } from './en/records'
import { references } from './en/references'
import { saved } from './en/saved'
import { sealing } from './en/sealing'
import { search } from './en/search'
import { sources } from './en/sources'
import { shell } from './en/shell'
import { support } from './en/support'
import { trash } from './en/trash'
import { waiting } from './en/waiting'
import { verify } from './en/verify'
import { versions } from './en/versions'
import { welcome } from './en/welcome'

/** English: every visible string of the page, by area. The sentences of errors are those of all hosts. */
export const en = {
  common,
  shell,
  support,
  list,
  reading,
  records,
  references,
  sources,
  photos,
  versions,
  network,
  welcome,
  claims,
  commands,
  jobs,
  fields,
  import: imports,
  packs,
  palette,
  search,
  saved,
  sealing,
  queries,
  verify,
  waiting,
  duplicates,
  trash,
  fixity,
  overviews,
  filing,
  errors: sentences,
}
