import { eld } from 'eld/extrasmall'

export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string
  /** 0..1. */
  readonly confidence: number
  readonly sure: boolean
}

/** UTF-16 units of the text that are looked at. */
const sampleLength = 4000

/** Letters below which nothing is sure; of scripts without an alphabet fewer do. */
const fewLetters = 60
const fewIdeographs = 20
const sureScore = 0.5
/** By how much the first must lead; close relatives such as Russian and Ukrainian are never far apart. */
const sureLead = 0.005

/** Names the language of a text by its letter groups; undefined where there is nothing to go by. */
export const detectLanguage = (text: string): DetectedLanguage | undefined => {
  const sample = text.slice(0, sampleLength)
  const result = eld.detect(sample)
  if (result.language === '') return undefined
  const [best = 0, second = 0] = Object.values(result.getScores()).sort((a, b) => b - a)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const ideographs = sample.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0
  const enough = letters >= fewLetters || ideographs >= fewIdeographs
  const confidence = Math.round(Math.min(1, best) * 100) / 100
  return {
    language: result.language,
    confidence,
    sure: enough && best >= sureScore && best - second >= sureLead,
  }
}
