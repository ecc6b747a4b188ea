const numberWords: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

const pictures =
  '(?:photos?|photographs?|pictures?|pics|images?|snapshots?|fotos?|bilder[n]?|fotografías?|imágenes|immagini|afbeeldingen|фото(?:графи[ийя]+)?|صور(?:ة)?|张照片|張照片|枚の写真|장의 사진)'
const number = `(\\d{1,3}|${numberWords.slice(1).join('|')})`

/** '14 photos of ...', '9 striking pictures that', 'in 12 images'. Up to three words may stand between. */
const announcement = new RegExp(
  `(?<![\\p{L}\\p{N}.,/$€£-])${number}\\s?(?:(?!(?:of|in|and|or|to|for)\\s)[\\p{L}'’-]+\\s+){0,3}${pictures}(?![\\p{L}])`,
  'iu',
)

/** How many pictures a headline announces; 0 where it announces none. A year is not a number of pictures. */
export const announcedSlots = (headline: string): number => {
  const found = announcement.exec(headline)?.[1]?.toLowerCase()
  if (found === undefined) return 0
  const word = numberWords.indexOf(found)
  const announced = word >= 0 ? word + 1 : Number(found)
  return announced <= 200 ? announced : 0
}
