import { counted } from '#shared/counted'
import { packParts, type LeftOut, type PackPart } from '#shared/packProfiles'

/** One of a part, and several. */
const words: Readonly<Record<PackPart, readonly [string, string]>> = {
  originals: ['original file', 'original files'],
  pictures: ['picture file', 'picture files'],
  claims: ['claim', 'claims'],
  checks: [
    'check of a claim or word on how evidence was obtained',
    'checks of claims and words on how evidence was obtained',
  ],
  notes: ['note', 'notes'],
  filing: ['tag or collection of an article', 'tags and collections of articles'],
  houseNotes: ['house note on a source', 'house notes on sources'],
  confidentialFlags: ['mark that a source is confidential', 'marks that a source is confidential'],
  positions: ['position of a photo', 'positions of photos'],
  custody: ['history of a record', 'histories of records'],
}

/** '3 original files, 1 note'; empty where nothing was left out. */
export const leftOutWords = (leftOut: LeftOut): string =>
  packParts
    .flatMap((part) => {
      const number = leftOut[part]
      return number === undefined ? [] : [counted(number, ...words[part])]
    })
    .join(', ')

/** As bag-info.txt states it: `originals 3; notes 1`. */
export const leftOutLine = (leftOut: LeftOut): string =>
  packParts.flatMap((part) => (leftOut[part] === undefined ? [] : [`${part} ${leftOut[part]}`])).join('; ')

/** The same read back; what is no part of this list is passed over, as packs of later versions may know more. */
export const readLeftOut = (line: string | undefined): LeftOut =>
  Object.fromEntries(
    (line ?? '').split(';').flatMap((entry) => {
      const [name, count] = entry.trim().split(' ')
      const part = packParts.find((one) => one === name)
      const number = Number(count)
      return part && Number.isSafeInteger(number) && number > 0 ? [[part, number]] : []
    }),
  )

/** What an import says of a pack that is not the whole; undefined where nothing was left out. */
export const leftOutSentence = ({
  profile,
  leftOut,
}: {
  readonly profile: string
  readonly leftOut: LeftOut
}): string | undefined => {
  const words = leftOutWords(leftOut)
  if (profile === 'full' || words === '') return undefined
  return `A pack of the profile "${profile}". Left out of it, and so not imported: ${words}.`
}
