import type { CustomScheme } from 'electron'

/** The application's own pages, originals as pictures, and what is printed; none can be fetched by a script. Named before `ready`. */
export const schemes: CustomScheme[] = [
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
  },
  {
    scheme: 'original',
    privileges: { standard: true, secure: true, supportFetchAPI: false, stream: true },
  },
  // Answered in the session of what is printed, and in no other.
  { scheme: 'pack', privileges: { standard: true, secure: true, supportFetchAPI: false } },
]

export const pageOrigin = 'app://bundle'
