import type { Slot } from '#shared/model/article'
import { isUri, urnOf } from './ninjsUri'

/** The picture of a slot, as the pack holds it: a name and no address, since a place inside a pack is no address of its own. */
export interface NinjsPicture {
  readonly name: string
  readonly contentType?: string
  readonly width?: number
  readonly height?: number
  readonly sizeInBytes?: number
}

const description = (role: string, value: string | undefined) =>
  value === undefined ? [] : [{ role, contentType: 'text/plain', value }]

/** What an article says of one of its pictures. */
export const ninjsAssociation = (slot: Slot, articleId: string, picture: NinjsPicture | undefined) => {
  const { number, caption, credit, altText, address, photoId } = slot
  const descriptions = [...description('caption', caption), ...description('alttext', altText)]
  const renditions = [
    ...(address !== undefined && isUri(address) ? [{ name: 'published', href: address }] : []),
    ...(picture ? [picture] : []),
  ]
  return {
    name: `slot-${number}`,
    uri: photoId === undefined ? `${urnOf(articleId)}#slot-${number}` : urnOf(photoId),
    type: 'picture',
    ...(credit === undefined ? {} : { by: credit }),
    ...(descriptions.length > 0 ? { descriptions } : {}),
    ...(renditions.length > 0 ? { renditions } : {}),
  }
}
