import { marksOfLatinAndGreek } from '../search/analysis/fold'
import { foldName } from '../store/catalogue/foldName'

/**
 * What names of tags and collections that are the same have in common, whatever their case and their Latin or Greek
 * accents. Marks of other scripts stay: they are letters there, and other words without them.
 */
export const filingKey = (name: string): string =>
  foldName(name)
    .normalize('NFD')
    .replace(marksOfLatinAndGreek, '')
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
