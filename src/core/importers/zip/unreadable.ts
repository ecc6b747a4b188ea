import type { CuttingsError } from '#shared/errors'
import type { ParsedUnreadable } from '#shared/model/parsed'

/** A file inside a container that is not taken out, and why. */
export const unreadable = (name: string, { code, details }: CuttingsError): ParsedUnreadable => ({
  kind: 'unreadable',
  name,
  code,
  details,
})
