import { foldWord } from '../fold'
import type { Stemmer } from '../stemmer'
import type { Script } from '../scripts'

/** Languages that lunr has lists of stop words for, or this analyser, by script. */
const withStopWords: Readonly<Partial<Record<Script, readonly string[]>>> = {
  Latin: 'da de en es fi fr hu it nl no pl pt ro sv tr'.split(' '),
  Cyrillic: ['ru', 'uk'],
  Arabic: ['ar', 'fa'],
}

/** Frequent words of languages that are told only so that they are not taken for others. */
const frequent: Readonly<Record<string, string>> = {
  be: 'і ў на што не з да гэта як па за ад для ён яна яго яны быў была было але пры які якая якія каб таксама',
  bg: 'и на се за от да е че са по не със като беше това който която които при ще си му го ги още само след',
  ca: 'i el la els les de del dels que en amb per no és una un al als ha han aquest aquesta seva seu també més com però',
  cs: 'a se na je v že s z do o i to za by pro jsou jako ale podle po ve který která které byl bylo jeho také už bude ze',
  hr: 'i je u na se da za su od s koji koja koje nije što kao ali će bi o iz te bio bila samo još prema nakon kako',
  id: 'yang dan di dengan untuk dari ini itu tidak akan dalam pada adalah ke oleh telah juga sebagai bisa mereka para',
  mk: 'и на во да се за од е со што не го ја ги по како ќе има кои беше тоа дека но ова или која кој',
  sr: 'и је у на се да за су од са који која које није што као али ће би о из те био била само још према након како',
  ur: 'کے کی کا میں ہے اور سے کو نے پر کہ اس یہ وہ ہیں تھا تھے بھی ایک نہیں جو گیا کیا ہو لیے ان تھی تو ساتھ',
  vi: 'và của là có các được trong cho không với một những này đã để người khi đến từ theo về như cũng vào tại',
}

const letters: readonly (readonly [Script, RegExp, string])[] = [
  ['Cyrillic', /[їє]/, 'uk'],
  ['Cyrillic', /ў/, 'be'],
  ['Cyrillic', /[ђћ]/, 'sr'],
  ['Cyrillic', /[ѓќѕ]/, 'mk'],
  ['Cyrillic', /э|ы/, 'ru'],
  ['Arabic', /^(?:و|ب|ف|ك)?ال/, 'ar'],
  ['Arabic', /[ٹڈڑںے]/, 'ur'],
  ['Arabic', /[پچژگ]/, 'fa'],
]

/** Longer words are too seldom among the frequent ones. */
const longestSign = 9

/** The languages for which a folded word of a script speaks. Each tells something only where the others do not. */
export type SignsOf = (word: string, script: Script) => readonly string[]

/** Languages by the frequent words of them; stop words of English are asked for one by one. */
const tableOf = (
  { stopWords }: Pick<Stemmer, 'stopWords'>,
  script: Script,
): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, string[]>()
  const add = (word: string, language: string): void => {
    const known = table.get(word)
    if (!known) table.set(word, [language])
    else if (!known.includes(language)) known.push(language)
  }
  for (const language of withStopWords[script] ?? [])
    for (const word of stopWords(language)) add(word, language)
  for (const [language, list] of Object.entries(frequent))
    for (const word of list.split(' ')) add(foldWord(word), language)
  return table
}

const none: readonly string[] = []
const places = new Map(withStopWords.Latin?.map((language, at) => [language, at]))
const placeOf = (language: string): number => places.get(language) ?? places.size

/** In its place among the others: of two that are spoken for alike the first is taken. */
const withEnglish = (listed: readonly string[]): readonly string[] =>
  [...listed, 'en'].sort((one, other) => placeOf(one) - placeOf(other))

const lettersOf = (word: string, script: Script): readonly string[] =>
  script === 'Latin'
    ? none
    : letters.filter(([own, sign]) => own === script && sign.test(word)).map(([, , name]) => name)

export const createSigns = (stemmer: Pick<Stemmer, 'isStopWord' | 'stopWords'>): SignsOf => {
  /** Made with the first word of a script, since that loads what is known of its languages. */
  const tables = new Map<Script, ReadonlyMap<string, readonly string[]>>()
  const tableFor = (script: Script): ReadonlyMap<string, readonly string[]> => {
    const table = tables.get(script) ?? tableOf(stemmer, script)
    tables.set(script, table)
    return table
  }

  return (word, script) => {
    const byLetters = lettersOf(word, script)
    if (word.length > longestSign) return byLetters
    const listed = tableFor(script).get(word) ?? none
    const isEnglish = script === 'Latin' && stemmer.isStopWord(word, 'en')
    if (!isEnglish && byLetters.length === 0) return listed
    return [...new Set([...byLetters, ...(isEnglish ? withEnglish(listed) : listed)])]
  }
}
