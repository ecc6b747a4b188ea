import type { Script } from '../scripts'
import { phonesOf, type Phone } from './phones'
import { spellings } from './spellings'

interface Rule {
  readonly text: string
  readonly first: boolean
  /** Letters of which one must follow; `$` is the end. */
  readonly next: string
  readonly phones: readonly Phone[]
}

const ruleOf = (line: string): Rule => {
  const [spelling = '', sounds = ''] = line.trim().split(':')
  const [text = '', next = ''] = spelling.split('>')
  return { text: text.replace('^', ''), first: text.startsWith('^'), next, phones: phonesOf(sounds) }
}

const applies = (rule: Rule, word: string, at: number): boolean => {
  if (!word.startsWith(rule.text, at) || (rule.first && at > 0)) return false
  return rule.next === '' || rule.next.includes(word[at + rule.text.length] ?? '$')
}

const ruleAt = (rules: readonly Rule[] | undefined, word: string, at: number): Rule | undefined => {
  if (rules) for (const rule of rules) if (applies(rule, word, at)) return rule
  return undefined
}

/** Katakana as hiragana, which lies 96 places before. */
const hiragana = (word: string): string =>
  word.replace(/[ァ-ヴ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 96))

const twice = /(.)\1/
/** A letter written twice sounds once, in scripts that write vowels; `ee` and `oo` are spellings of their own. */
const single = (word: string): string => (twice.test(word) ? word.replace(/([^eo])\1+/g, '$1') : word)

/** How a folded word of a script may sound, letter by letter; what has no sound there is passed over. */
export const createPronouncer = (): ((word: string, script: Script) => readonly Phone[]) => {
  const rules = new Map(
    Object.entries(spellings).map(([script, text]) => {
      const byLetter = new Map<string, Rule[]>()
      for (const rule of text.split(',').map(ruleOf))
        byLetter.set(rule.text[0] ?? '', [...(byLetter.get(rule.text[0] ?? '') ?? []), rule])
      return [script, byLetter]
    }),
  )
  return (word, script) => {
    const own = rules.get(script)
    if (!own) return []
    const spelled =
      script === 'Kana' ? hiragana(word) : script === 'Arabic' || script === 'Hebrew' ? word : single(word)
    const phones: Phone[] = []
    for (let at = 0; at < spelled.length;) {
      const rule = ruleAt(own.get(spelled.charAt(at)), spelled, at)
      if (rule) for (const phone of rule.phones) phones.push(phone)
      at += rule?.text.length ?? 1
    }
    return phones
  }
}
