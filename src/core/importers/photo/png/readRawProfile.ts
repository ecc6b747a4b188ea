/**
 * Bytes that ImageMagick and others write into PNG text as `Raw profile type ...`: a name, a length and hex digits, each on
 * lines of their own.
 */
export const readRawProfile = (text: Buffer): Buffer | undefined => {
  const [, length = '', digits = ''] =
    /^\s*\S+\s+(\d+)\s+([0-9a-fA-F\s]*)$/.exec(text.toString('latin1')) ?? []
  const bytes = Buffer.from(digits.replace(/\s+/g, ''), 'hex')
  return bytes.length > 0 && bytes.length >= Number(length) ? bytes.subarray(0, Number(length)) : undefined
}
