import type { ErrorReport } from '#shared/errors'

/** What opens an encrypted pack. It is handed on and kept nowhere in the page. */
export type PackSecret = { readonly passphrase: string } | { readonly identity: string }

const wanting: readonly ErrorReport['code'][] = ['passphrase-wanted', 'passphrase-wrong']

/** Whether an error says that a pack is to be asked for once more, with what opens it. */
export const wantsSecret = (error: ErrorReport | undefined): boolean =>
  error !== undefined && wanting.includes(error.code)
