import type { JsonHead } from '../news/jsonHead'

const types = new Set([
  'text',
  'audio',
  'video',
  'picture',
  'graphic',
  'composite',
  'component',
  'event',
  'planning',
])

/** Names that ninjs items have and other JSON with a `uri` has not. */
const own =
  /^(?:versioncreated|firstcreated|pubstatus|headline|headlines|bodies|body_[a-z0-9_]+|description_[a-z0-9_]+|descriptions|renditions|associations|infosources?|eventdetails|copyrightholder)$/

/**
 * How sure it is that an object is a ninjs item, by its names: one that names the standard; one whose type is among
 * ninjs' own with a field of its own; one without a type with two of them.
 */
export const ninjsLikeness = (head: JsonHead): number => {
  const isNamed = /ninjs/i.test(head.get('standard.name') ?? '')
  if (isNamed) return 0.97
  if (!head.has('uri') && !head.has('guid')) return 0
  const fields = [...head.keys()].filter((name) => own.test(name)).length
  const type = head.get('type')?.toLowerCase()
  if (type !== undefined) return types.has(type) && fields > 0 ? 0.95 : 0
  return fields > 1 || head.has('eventdetails') ? 0.9 : 0
}
