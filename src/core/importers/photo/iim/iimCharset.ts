import { isUtf8 } from 'node:buffer'
import type { Doubt } from '#shared/model/article'
import { foreignCharset } from '../decodeForeign'
import type { Dataset } from './readDatasets'

/** Escape sequences of dataset 1:90 (ISO 2022) by what follows the ESC. */
const escapes: Readonly<Record<string, string>> = {
  '%G': 'utf-8',
  '%/G': 'utf-8',
  '%/H': 'utf-8',
  '%/I': 'utf-8',
  '.A': 'windows-1252',
  '-A': 'windows-1252',
  '.B': 'iso-8859-2',
  '-B': 'iso-8859-2',
  '-L': 'iso-8859-5',
  '-G': 'iso-8859-6',
  '-F': 'iso-8859-7',
  '-H': 'iso-8859-8',
}

const guess = (values: Buffer, doubts: Doubt[]): string => {
  const { name, guessed } = foreignCharset(values)
  const message = `The characters of the IIM fields were read as ${name}; the picture does not say.`
  if (guessed) doubts.push({ field: 'charset', message })
  return name
}

/** The charset of record 2: what 1:90 says if the bytes bear it out, else as detected, which is said. */
export const iimCharset = (datasets: readonly Dataset[], doubts: Doubt[]): string => {
  const values = Buffer.concat(datasets.filter(({ record }) => record === 2).map(({ bytes }) => bytes))
  const escape = datasets.find(({ record, number }) => record === 1 && number === 90)
  const stated = escapes[escape?.bytes.toString('latin1').replaceAll('\x1b', '').trim() ?? '']
  if (stated === undefined) return guess(values, doubts)
  if (stated !== 'utf-8' || isUtf8(values)) return stated
  doubts.push({ field: 'charset', message: 'The picture says that its IIM fields are UTF-8; they are not.' })
  return guess(values, doubts)
}
