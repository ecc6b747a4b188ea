import type { Doubt } from '#shared/model/article'
import { cleanValue, joinValues } from '../cleanValue'
import { decodeAs } from '../decodeForeign'
import type { FoundValue } from '../pictureParts'
import { iimCharset } from './iimCharset'
import { iimDate } from './iimDate'
import { readDatasets, type Dataset } from './readDatasets'

/** Datasets of record 2 and the fields that they are (IPTC Photo Metadata 2025.1, IIM column). */
const fields: Readonly<Record<number, string>> = {
  4: 'intellectualGenre',
  5: 'title',
  12: 'subjectCode',
  25: 'keywords',
  40: 'instructions',
  80: 'creator',
  85: 'creatorJobTitle',
  90: 'city',
  92: 'sublocation',
  95: 'provinceState',
  100: 'countryCode',
  101: 'country',
  103: 'jobId',
  105: 'headline',
  110: 'creditLine',
  115: 'source',
  116: 'copyrightNotice',
  120: 'description',
  122: 'captionWriter',
}

/** Numbers before the words, which XMP has not: `001:Current`; of subjects the eight digits are what counts. */
const plain: Readonly<Record<string, (value: string) => string>> = {
  intellectualGenre: (value) => value.replace(/^\d{3}:/, ''),
  subjectCode: (value) => /^[^:]*:(\d{8}):/.exec(value)?.[1] ?? value,
}

const valuesOf = (datasets: readonly Dataset[], number: number, charset: string): string[] =>
  datasets
    .filter((dataset) => dataset.record === 2 && dataset.number === number)
    .map(({ bytes }) => cleanValue(decodeAs(bytes, charset)))

/** What the records of the IPTC Information Interchange Model say. */
export const readIim = (bytes: Uint8Array, doubts: Doubt[]): FoundValue[] => {
  const datasets = readDatasets(Buffer.from(bytes))
  const charset = iimCharset(datasets, doubts)
  const found = Object.entries(fields).map(([number, field]): FoundValue => {
    const values = valuesOf(datasets, Number(number), charset)
    return { field, from: 'iim', value: joinValues(values.map((value) => plain[field]?.(value) ?? value)) }
  })
  const [date = ''] = valuesOf(datasets, 55, charset)
  const [time = ''] = valuesOf(datasets, 60, charset)
  found.push({ field: 'dateCreated', from: 'iim', value: iimDate(date, time) ?? '' })
  return found.filter(({ value }) => value !== '')
}
