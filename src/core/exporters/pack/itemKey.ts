import { sha256Of } from '#core/records/digest'
import type { Id } from '#shared/model/scalars'

/** Lower-case ASCII letters, digits and hyphens, at most `limit` of them, or `fallback` where nothing of a text is left. */
export const slugOf = (text: string, fallback: string, limit = 24): string => {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limit)
    .replace(/^-+|-+$/g, '')
  return slug || fallback
}

/** A slug of the title and the first 8 hex digits of the SHA-256 of the id (citation-pack.md): an ASCII file name. */
export const itemKey = (title: string, id: Id, fallback: string): string =>
  `${slugOf(title, fallback)}-${sha256Of(id).slice(0, 8)}`
