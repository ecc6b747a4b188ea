import type { ParsedSlot } from '#shared/model/parsed'
import { pictureBeside } from '../markup/pictureBeside'
import type { StatedPicture } from './statedItem'

/** Characters of an address, as the model has it. */
const longestAddress = 4000

/** Not an address that could only be meant to run, or to reach into the reader's own machine. */
const isPlain = (address: string): boolean => !/^\s*(?:javascript|vbscript|data|file|blob):/i.test(address)

/** What the picture says, without what is absent. */
const wordsOf = ({ caption, credit, altText }: StatedPicture): Partial<ParsedSlot> => ({
  ...(caption === undefined ? {} : { caption }),
  ...(credit === undefined ? {} : { credit }),
  ...(altText === undefined ? {} : { altText }),
})

/** Where the picture is: the preferred address, and the name of a file beside the text. */
const pictureAt = (addresses: readonly string[]): Pick<ParsedSlot, 'address' | 'picture'> => {
  const address = addresses[0]?.slice(0, longestAddress)
  const [picture] = addresses.flatMap((one) => pictureBeside(one) ?? [])
  return { ...(address === undefined ? {} : { address }), ...(picture === undefined ? {} : { picture }) }
}

/**
 * Pictures that go with a text, and the slots that the text itself has: one that the text shows fills what its slot
 * leaves open and states the better address; any other becomes a slot without a place.
 */
export const addPictures = (
  slots: readonly ParsedSlot[],
  pictures: readonly StatedPicture[],
): ParsedSlot[] => {
  const all = [...slots]
  const places = new Map(
    all.flatMap((slot, index) => (slot.address === undefined ? [] : [[slot.address, index]])),
  )
  for (const picture of pictures) {
    const addresses = picture.addresses.filter(isPlain)
    const address = addresses[0]?.slice(0, longestAddress)
    const found = addresses.map((one) => places.get(one)).find((index) => index !== undefined)
    const shown = found === undefined ? undefined : all[found]
    const place = pictureAt(addresses)
    if (shown && found !== undefined) all[found] = { ...wordsOf(picture), ...shown, ...place }
    else if (Object.keys({ ...wordsOf(picture), ...place }).length > 0) {
      if (address !== undefined) places.set(address, all.length)
      all.push({ number: all.length + 1, placement: 'inferred', ...wordsOf(picture), ...place })
    }
  }
  return all
}
