import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs'

/** Pixels of three bytes (red, green, blue), upright. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Bytes of a pixel. */
const bands = 3

/** Loads the decoder, whose WebAssembly stands in its own file: nothing is fetched or looked for. */
export const loadLibheif = async (): Promise<Libheif> => {
  const { default: create } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs')
  return create({ print: () => undefined, printErr: () => undefined })
}

/** What is decoded, as it lies in the decoder's memory: lines with a gap after each. */
interface Lines {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly stride: number
}

/**
 * The picture at a whole part of its size: each pixel is the mean of a square. It is made smaller where it lies, because a
 * copy of a picture of 16 megapixels would take as much memory again as decoding it.
 */
const shrinkLines = ({ data, width, height, stride }: Lines, factor: number): Pixels => {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) }
  const out = new Uint8Array(small.width * small.height * bands)
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width * bands; x += 1) {
      const from = y * factor * stride + Math.floor(x / bands) * factor * bands + (x % bands)
      let sum = 0
      for (let line = 0; line < factor; line += 1)
        for (let column = 0; column < factor; column += 1)
          sum += data[from + line * stride + column * bands] ?? 0
      out[y * small.width * bands + x] = Math.round(sum / (factor * factor))
    }
  return { data: out, ...small }
}

/** How often twice the wanted size goes into the picture's longer side. */
const factorFor = ({ width, height }: Lines, wanted: number): number =>
  Math.max(1, Math.min(width, height, Math.floor(Math.max(width, height) / (wanted * 2))))

const decodePrimary = async (
  heif: Libheif,
  context: object | number,
  wanted: number,
): Promise<Pixels | undefined> => {
  const handle = heif.heif_js_context_get_primary_image_handle(context)
  if (typeof handle === 'object' && 'code' in handle) return undefined
  try {
    const { heif_colorspace_RGB: colours } = heif.heif_colorspace
    const { heif_chroma_interleaved_RGB: order } = heif.heif_chroma
    const decoded = await heif.heif_js_decode_image2(handle, colours, order)
    if (decoded.code !== undefined) return undefined
    const channel = decoded.channels.find(({ id }) => id === heif.heif_channel.heif_channel_interleaved)
    const pixels = channel && shrinkLines(channel, factorFor(channel, wanted))
    heif.heif_image_release(decoded.image)
    return pixels
  } finally {
    heif.heif_image_handle_release(handle)
  }
}

/** The primary picture of a HEIC file, at no less than twice the wanted size if it has that; undefined where it cannot be decoded. */
export const decodeHeic = async (
  heif: Libheif,
  bytes: Uint8Array,
  wanted: number,
): Promise<Pixels | undefined> => {
  const context = heif.heif_context_alloc()
  try {
    const { code } = heif.heif_context_read_from_memory(context, bytes)
    return code === heif.heif_error_code.heif_error_Ok
      ? await decodePrimary(heif, context, wanted)
      : undefined
  } finally {
    heif.heif_context_free(context)
  }
}
