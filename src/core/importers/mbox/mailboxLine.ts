/** Bytes of a line by which it is told whether it parts two messages; a longer one does not. */
export const longestLine = 1000

const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i
const time = /\b\d{1,2}:\d{2}(?::\d{2})?\b/
const year = /\b(?:19|20)\d{2}\b/

/**
 * Whether a line is the first of a message (RFC 4155, appendix A): 'From ', who sent it, and when. A sentence that begins
 * with 'From' has no date and time of this kind: some programs do not quote it.
 */
export const isMailboxLine = (line: string): boolean =>
  line.startsWith('From ') && month.test(line) && time.test(line) && year.test(line)
