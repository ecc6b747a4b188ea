import { sentences } from '#shared/sentences'
import { claims } from './en/claims'
import { commands } from './en/commands'
import { common } from './en/common'
import { duplicates } from './en/duplicates'
import { packs } from './en/export'
import { fields } from './en/fields'
import { imports } from './en/import'
import { jobs } from './en/jobs'
import { list } from './en/list'
import { palette } from './en/palette'
import { queries } from './en/queries'
import { reading } from './en/reading'
import { photos } from './en/photos'
import { records } from './en/records'
import { saved } from './en/saved'
import { search } from './en/search'
import { sources } from './en/sources'
import { shell } from './en/shell'
import { waiting } from './en/waiting'
import { verify } from './en/verify'
import { versions } from './en/versions'
import { welcome } from './en/welcome'

/** English: every visible string of the page, by area. The sentences of errors are those of all hosts. */
export const en = {
  common,
  shell,
  list,
  reading,
  records,
  sources,
  photos,
  versions,
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
  queries,
  verify,
  waiting,
  duplicates,
  errors: sentences,
}
