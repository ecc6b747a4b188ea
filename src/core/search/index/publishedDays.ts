const parts = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T|$)|$)|$)/

const dayNumber = (year: number, month: number, day: number): number =>
  Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000)

/**
 * Days since 1970-01-01 of the first and the last day that a date (EDTF level 0: a year, a month or a day, with or without a
 * time) can mean; `undefined` where it is none.
 */
export const publishedDays = (edtf: string): readonly [earliest: number, latest: number] | undefined => {
  const found = parts.exec(edtf)
  if (!found) return undefined
  const year = Number(found[1])
  if (found[2] === undefined) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
  const month = Number(found[2])
  if (month < 1 || month > 12) return undefined
  const last = dayNumber(year, month + 1, 0)
  if (found[3] === undefined) return [dayNumber(year, month, 1), last]
  const day = dayNumber(year, month, Number(found[3]))
  return day < dayNumber(year, month, 1) || day > last ? undefined : [day, day]
}
