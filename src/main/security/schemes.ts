import type { CustomScheme } from 'electron'

/** The application's own pages, and originals as pictures; neither can be fetched by a script. Named before `ready`. */
export const schemes: CustomScheme[] = [
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
  },
  {
    scheme: 'original',
    privileges: { standard: true, secure: true, supportFetchAPI: false, stream: true },
  },
]

export const pageOrigin = 'app://bundle'
