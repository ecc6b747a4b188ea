import { CuttingsError } from '#shared/errors'
import { mostPictures } from '../documents/innerPictures'
import { setGroup, type RtfState } from './rtfState'

/** The file endings of pictures by the word that names their kind (RTF 1.9.1, 'Pictures'). */
export const pictureEndings: Readonly<Record<string, string>> = {
  pngblip: 'png',
  jpegblip: 'jpg',
  emfblip: 'emf',
  wmetafile: 'wmf',
  macpict: 'pict',
  dibitmap: 'dib',
  wbitmap: 'bmp',
}

const bytesOf = (hex: readonly string[], data: readonly Uint8Array[]): Buffer =>
  data.length > 0 ? Buffer.concat(data) : Buffer.from(hex.join('').replace(/[^0-9a-f]+/gi, ''), 'hex')

/** RTF gives pictures no names: they are numbered in the order of the text. */
const endPicture = (state: RtfState): void => {
  const { picture, altText } = state
  state.picture = undefined
  state.altText = undefined
  if (!picture) return
  const bytes = bytesOf(picture.hex, picture.data)
  if (bytes.length === 0) return
  if (state.pictures.length >= mostPictures)
    throw new CuttingsError('limit', { what: 'pictures', most: mostPictures })
  const name = `image${state.pictures.length + 1}.${picture.ending}`
  state.pictures.push({ kind: 'file', name, parts: [bytes] })
  state.flow.picture({ ...(altText ? { altText } : {}), picture: name })
}

export const beginPicture = (state: RtfState): void => {
  state.picture = { ending: 'bin', hex: [], data: [] }
  setGroup(state, { destination: 'picture', captured: undefined, atEnd: () => endPicture(state) })
}
