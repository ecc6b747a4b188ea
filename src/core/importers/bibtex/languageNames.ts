/** Names of babel and polyglossia, and what people write, as BCP 47. */
const names = `en english|en-US american usenglish|en-GB british ukenglish|en-CA canadian|en-AU australian|en-NZ newzealand
de german ngerman deutsch|de-AT austrian naustrian|de-CH swissgerman nswissgerman|fr french francais français|fr-CA canadien acadian
es spanish español espanol|it italian italiano|pt portuguese portuges português|pt-BR brazilian brazil|nl dutch nederlands
ru russian|uk ukrainian|pl polish|cs czech|sk slovak|sv swedish|da danish|nb norwegian norsk|nn nynorsk|fi finnish|is icelandic
hu hungarian magyar|ro romanian|bg bulgarian|sr serbian|hr croatian|sl slovene slovenian|el greek|tr turkish|ar arabic
fa persian farsi|he hebrew|hi hindi|ur urdu|zh chinese|ja japanese|ko korean|vi vietnamese|th thai|id indonesian|la latin
ca catalan|eu basque|gl galician|et estonian|lv latvian|lt lithuanian|af afrikaans`

const byName: ReadonlyMap<string, string> = new Map(
  names.split(/[|\n]/).flatMap((row) => {
    const [code = '', ...spellings] = row.split(' ')
    return spellings.map((spelling) => [spelling, code] as const)
  }),
)

/** The code of a language that is named in a word; anything else as it stands. */
export const languageCode = (name: string): string => byName.get(name.trim().toLowerCase()) ?? name

const byCode: ReadonlyMap<string, string> = new Map([...byName].reverse().map(([name, code]) => [code, name]))

/** The first name that a code has there; a code that has none as it stands. */
export const languageName = (code: string): string => byCode.get(code) ?? code
