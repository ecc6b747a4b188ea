import type { CslDate } from '../model/reference'
import { cslDateToEdtf } from './cslDateToEdtf'

/** The year, month or day in which a CSL date begins, to be sorted and narrowed by: of a range its first end, of a season its year. */
export const cslDateStart = (date: CslDate): string | undefined =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?/.exec(cslDateToEdtf(date) ?? '')?.[0]
