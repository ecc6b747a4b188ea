export interface ReadDateline {
  /** Place, and date where it is given: 'BAGHOUZ, Syria', 'LONDON, March 3'. */
  readonly dateline: string
  /** The agency in brackets: 'AP'. */
  readonly agency?: string
  /** Whether the line has nothing after it. */
  readonly alone: boolean
}

const capitals = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\-]+(?:[ ][\\p{Lu}][\\p{Lu}\\p{M}'’.\\-]*){0,3}"
const place = `${capitals}(?:/${capitals})?(?:,\\s*[\\p{L}\\p{M}\\d.'’ \\-]{2,40}){0,3}`
const dash = '\\s*(?:—|–|--|-)'

/** 'BAGHOUZ, Syria (AP) — ', 'LONDON, March 3 (Reuters) - ', 'WASHINGTON — '. */
const withAgency = new RegExp(`^(${place})\\s*\\(([^()]{2,40})\\)${dash}(?:\\s+|$)`, 'u')
const withoutAgency = new RegExp(`^(${place})\\s+(?:—|–|--|-)(?:\\s+|$)`, 'u')

/** The dateline with which a paragraph begins, or which stands on a line of its own. */
export const readDateline = (line: string): ReadDateline | undefined => {
  const head = line.slice(0, 160)
  const match = withAgency.exec(head) ?? withoutAgency.exec(head)
  const dateline = match?.[1]?.trim()
  if (!match || !dateline) return undefined
  const agency = match[2]
  return { dateline, alone: match[0].length === line.length, ...(agency === undefined ? {} : { agency }) }
}
