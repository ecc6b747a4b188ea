import { agencies } from './agencies'

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Agencies, the longest name first, so that `AP通信` is not read as `AP`. */
const agency = agencies
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

/** A name that begins like one: agencies as they are written, else up to five words of which the first is a capital one. */
const capital = String.raw`\p{Lu}[\p{L}\p{N}&.’'-]*`
const plainName = String.raw`${capital}(?:\s+(?:(?:de|del|della|di|do|da|du|des|of|the|for|and|al|van|von|der|le|la)\s+)?${capital}){0,4}`
const name = String.raw`(?:(?:the|der|die|das|l['’]|la|le|el|il)\s*)?(?<name>(?:${agency})(?![\p{L}\p{N}])|${plainName})`
const agencyOnly = String.raw`(?<name>${agency})`
const spaced = String.raw`(?<![\p{L}\p{N}])`

/**
 * `credit`: the text is that of the one named. `relay`: whoever is named before the phrase passes on what is of the one
 * named in it.
 */
export type CreditKind = 'credit' | 'relay'

export interface CreditPhrase {
  readonly kind: CreditKind
  readonly language: string
  readonly pattern: RegExp
}

const phrase = (kind: CreditKind, language: string, source: string): CreditPhrase => ({
  kind,
  language,
  pattern: new RegExp(source, 'gu'),
})

/** How texts say whose they are, by language; `mul` are forms that many share. */
export const creditPhrases: readonly CreditPhrase[] = [
  phrase(
    'credit',
    'mul',
    String.raw`[(（[【/]\s*${agencyOnly}(?:\s*[/,，、-]\s*(?:${agency}))*\s*[)）\]】/]`,
  ),
  phrase(
    'credit',
    'en',
    String.raw`${spaced}${name} (?:has |have )?contributed (?:reporting )?to this (?:report|story|article)`,
  ),
  phrase(
    'credit',
    'en',
    String.raw`${spaced}(?:[Ww]ith|[Aa]dditional) (?:reporting|material|files?|information|inputs?) (?:by|from) ${name}`,
  ),
  phrase(
    'credit',
    'en',
    String.raw`${spaced}(?:first|originally) (?:appeared|published|reported) (?:in|by|on|at|with) ${name}`,
  ),
  phrase(
    'credit',
    'en',
    String.raw`${spaced}(?:provided|produced|supplied|distributed|republished) (?:by|from|with permission from) ${name}`,
  ),
  phrase('relay', 'en', String.raw`${spaced}(?:[Vv]ia|VIA) ${name}`),
  phrase(
    'relay',
    'en',
    String.raw`${spaced}(?:citing|quoting|as (?:first )?reported by) (?:reports? (?:by|from) )?${name}`,
  ),
  phrase(
    'credit',
    'de',
    String.raw`${spaced}[Mm]it (?:Material|Informationen|Inhalten|Agenturmaterial) (?:von|der|des|aus) ${name}`,
  ),
  phrase(
    'credit',
    'de',
    String.raw`${spaced}${name} (?:hat|haben) zu diesem (?:Bericht|Artikel|Text) beigetragen`,
  ),
  phrase(
    'credit',
    'de',
    String.raw`${spaced}(?:[Zz]uerst|[Uu]rsprünglich) (?:erschienen|veröffentlicht) (?:in|bei|auf) ${name}`,
  ),
  phrase('relay', 'de', String.raw`${spaced}(?:unter Berufung auf|[Zz]itiert nach) ${name}`),
  phrase('credit', 'fr', String.raw`${spaced}[Aa]vec (?:l['’]|la |le |les )?${agencyOnly}(?![\p{L}\p{N}])`),
  phrase('credit', 'fr', String.raw`${spaced}${name} (?:a|ont) contribué à (?:cet article|ce reportage)`),
  phrase('relay', 'fr', String.raw`${spaced}(?:[Rr]epris d[e’']|citant|cité par) ?${name}`),
  phrase('credit', 'es', String.raw`${spaced}[Cc]on (?:información|material|datos|reportes) de ${name}`),
  phrase(
    'credit',
    'es',
    String.raw`${spaced}${name} (?:contribuyó|contribuyeron|colaboró) (?:a|con|en) este (?:informe|reportaje|artículo)`,
  ),
  phrase('relay', 'es', String.raw`${spaced}(?:[Vv]ía|citando a) ${name}`),
  phrase('credit', 'pt', String.raw`${spaced}[Cc]om (?:informações|material|dados) d[aeo]s? ${name}`),
  phrase('relay', 'pt', String.raw`${spaced}citando (?:a |o )?${name}`),
  phrase(
    'credit',
    'it',
    String.raw`${spaced}[Cc]on (?:il )?(?:contributo|materiale|informazioni) d(?:i|a|ell['’]|alla) ?${name}`,
  ),
  phrase('relay', 'it', String.raw`${spaced}citando (?:l['’]|la |il )?${name}`),
  phrase('credit', 'nl', String.raw`${spaced}[Mm]et (?:materiaal|bijdragen|informatie) van ${name}`),
  phrase('credit', 'sv', String.raw`${spaced}[Mm]ed material från ${name}`),
  phrase('credit', 'pl', String.raw`${spaced}[Nn]a podstawie (?:materiałów |depesz )?${name}`),
  phrase('relay', 'pl', String.raw`${spaced}(?:powołując się na|[Zz]a:) ${name}`),
  phrase('credit', 'ru', String.raw`${spaced}[Пп]о материалам ${name}`),
  phrase('relay', 'ru', String.raw`${spaced}со ссылкой на (?:агентство )?${name}`),
  phrase('credit', 'uk', String.raw`${spaced}[Зз]а матеріалами ${name}`),
  phrase('relay', 'uk', String.raw`${spaced}з посиланням на (?:агентство )?${name}`),
  phrase('credit', 'tr', String.raw`${spaced}${agencyOnly}(?:['’]\p{L}+)? (?:katkılarıyla|katkıda bulundu)`),
  phrase('relay', 'ar', String.raw`${spaced}نقلا?ً? عن (?:وكالة )?${agencyOnly}`),
  phrase('relay', 'zh', String.raw`援引${agencyOnly}|引述${agencyOnly.replace('name', 'second')}`),
  phrase('credit', 'ko', String.raw`${agencyOnly}=연합`),
]
