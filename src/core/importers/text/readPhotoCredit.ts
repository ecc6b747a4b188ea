/** The word for a picture's origin before a colon. */
const words = [
  '(?:photo(?:graph)?s?|pictures?|images?|foto|fotos|bild|bilder|imagen|immagine)(?: ?(?:credits?|source|by|courtesy(?: of)?|nachweis))?',
  'credits?',
  'courtesy(?: of)?',
  'crédits?(?: photos?)?',
  'crédito',
  'fotocredit',
  'bildnachweis',
  'bildquelle',
  'фото',
  'صورة',
  'تصوير',
  '图片来源',
  '图',
  '写真',
  '사진',
].join('|')

const withColon = new RegExp(`^[([]?\\s*(?:${words})\\s*[:：]\\s*(.+?)\\s*[)\\]]?$`, 'iu')
const withoutColon = /^[([]?\s*(?:photo(?:graph)?s?|pictures?|images?) (?:by|courtesy of) (.+?)\s*[)\]]?$/iu
const agencyPhoto = /^\(\s*((?:AP|AFP|Reuters|EPA|dpa|Getty)(?: Photo| Images)?\/[^()]{2,80})\)$/

/** Longer lines tell something. */
const longest = 160

/** Who a picture is credited to, in a line that does nothing else: 'Photo: Jane Doe/Reuters'. */
export const readPhotoCredit = (line: string): string | undefined => {
  if (line.length > longest) return undefined
  const match = agencyPhoto.exec(line) ?? withColon.exec(line) ?? withoutColon.exec(line)
  const credit = match?.[1]?.trim()
  if (!credit) return undefined
  if (withoutColon.test(line) && !/^\p{Lu}/u.test(credit)) return undefined
  const sentence = /[.!?]$/.test(credit) && credit.split(/\s+/).length > 8
  return sentence ? undefined : credit
}
