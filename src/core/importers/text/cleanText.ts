/** Anything but printable ASCII with single spaces: only then there is something to clean. */
const unclean = /[^\x20-\x7e]| {2}/

/** Controls that are neither white space nor line ends; soft hyphen; zero-width space, word joiner, byte order mark. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g

/**
 * More marks on one letter than any writing has (UAX #15, stream-safe text: 30). The time of a normalisation grows with the
 * square of their number.
 */
const stacked = /(\p{M}{30})\p{M}+/gu

/** Runs of spaces of any width, and tabs; a single space of another width stays. */
const gaps = /[ \t\u2000-\u200a\u3000]{2,}|\t/g

/**
 * A line as it is kept in a passage: NFC, without characters that show nothing, white space at its ends gone and runs of
 * spaces and tabs one space. Of marks stacked on one letter the first thirty stay. No-break spaces between words stay, as do joiners and direction marks, which scripts need.
 */
export const cleanText = (raw: string): string => {
  if (!unclean.test(raw)) return raw.trim()
  return raw.replace(invisible, '').replace(stacked, '$1').normalize('NFC').replace(gaps, ' ').trim()
}
