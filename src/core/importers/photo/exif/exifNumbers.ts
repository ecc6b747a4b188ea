import type { Ratio } from '../tiff/readValue'

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

/** A positive ratio as a decimal number; undefined where the camera left it open (0, or n/0). */
export const decimal = ({ numerator, denominator }: Ratio, digits = 2): string | undefined => {
  const value = numerator / denominator
  return Number.isFinite(value) && value > 0 ? rounded(value, digits) : undefined
}

/** Seconds as photographers write them: `1/160`, `0.5`, `30`. */
export const exposure = ({ numerator, denominator }: Ratio): string | undefined => {
  const seconds = numerator / denominator
  if (!Number.isFinite(seconds) || seconds <= 0) return undefined
  return seconds <= 0.25 ? `1/${Math.round(1 / seconds)}` : rounded(seconds, 1)
}
