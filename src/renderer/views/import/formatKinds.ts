/** Kinds of records that files of a format make, where it is always the same one. */
type RecordKind = 'photo' | 'reference' | 'source' | 'record'

const pictures = new Set(
  'jpeg png gif tiff webp avif heic svg cr2 cr3 nef arw dng orf raf rw2 xmp'.split(' '),
)
const lists = new Set(['csl-json', 'bibtex', 'ris'])

/** What to call the records of a file of which no text counts are known. */
export const kindOfFormat = (format: string | undefined): RecordKind => {
  if (format === undefined) return 'record'
  if (pictures.has(format)) return 'photo'
  return lists.has(format) ? 'reference' : 'record'
}
