import { cleanLine } from '../cslJson/cleanValue'

const command = /^\s*\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}\s*$/

/** A value that is not typeset: an address, a DOI. Only what exporters escape in it is undone, and braces go. */
export const verbatimText = (latex: string): string | undefined =>
  cleanLine(
    (command.exec(latex)?.[1] ?? latex)
      .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}|\{\\~\}/g, '~')
      .replace(/\\([_%&#$^{}~])/g, '$1')
      .replace(/^[{<\s]+|[}>\s]+$/g, '')
      .replace(/[{}]/g, ''),
  )
