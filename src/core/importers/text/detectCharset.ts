import { chardet } from 'jschardet'

/** What the detector may answer: charsets that newsrooms' files are in. Read as their supersets where they have one. */
const candidates = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
]

/** Names of the Encoding Standard for what the detector calls otherwise. */
const standardNames: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp874: 'windows-874',
  'iso8859-15': 'iso-8859-15',
}

const sampleLength = 200_000
const leastConfidence = 0.2

/** Where ISO 8859-15 differs from Windows-1252. */
const onlyInLatin9 = new Set([0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe])

const isPlainLatin = (name: string, sample: Uint8Array): boolean =>
  name === 'iso-8859-15' && !sample.some((byte) => onlyInLatin9.has(byte))

const rounded = (confidence: number): number => Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100

/**
 * Guesses the charset of bytes that are not Unicode, from the part that begins near the first byte above 127. Too little
 * to go by is read as Windows-1252, with the confidence that the guess had.
 */
export const detectCharset = (bytes: Uint8Array): { readonly name: string; readonly confidence: number } => {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - 1000)
  const sample = bytes.subarray(from, from + sampleLength)
  const { encoding, confidence } = chardet.detect(sample, { includeEncodings: candidates })
  if (!encoding || confidence < leastConfidence)
    return { name: 'windows-1252', confidence: rounded(confidence) }
  const detected = encoding.toLowerCase()
  const name = standardNames[detected] ?? detected
  return { name: isPlainLatin(name, sample) ? 'windows-1252' : name, confidence: rounded(confidence) }
}
