/** What a pack may carry beside articles, citations, cited works, sources and the records of photos, which all of them do. */
export const packParts = [
  'originals',
  'pictures',
  'claims',
  'checks',
  'notes',
  'filing',
  'houseNotes',
  'confidentialFlags',
  'positions',
  'custody',
] as const

export type PackPart = (typeof packParts)[number]

export interface PackProfile {
  readonly carries: Readonly<Record<PackPart, boolean>>
  /** Confidential people and whatever else must not leave are taken out, and then looked for in what was written. */
  readonly isRedacted?: true
}

/**
 * For whom a pack is, and what goes in. Plain constants: pages show them. `checks` are how evidence was obtained and who
 * checked a claim; `filing` the user's own tags and collections, which are words of the house like notes, but part of an
 * article's record, so that whoever is to see its history gets them; `houseNotes` the owner and the house's own words on a source; `custody` the chains of what is carried
 * as it is.
 */
export const packProfiles = {
  full: {
    carries: {
      originals: true,
      pictures: true,
      claims: true,
      checks: true,
      notes: true,
      filing: true,
      houseNotes: true,
      confidentialFlags: true,
      positions: true,
      custody: true,
    },
  },
  'fact-check': {
    carries: {
      originals: true,
      pictures: false,
      claims: true,
      checks: true,
      notes: true,
      filing: true,
      houseNotes: false,
      confidentialFlags: true,
      positions: true,
      custody: true,
    },
  },
  photo: {
    carries: {
      originals: false,
      pictures: true,
      claims: false,
      checks: false,
      notes: false,
      filing: false,
      houseNotes: false,
      confidentialFlags: false,
      positions: true,
      custody: true,
    },
  },
  standards: {
    carries: {
      originals: true,
      pictures: false,
      claims: true,
      checks: true,
      notes: false,
      filing: true,
      houseNotes: true,
      confidentialFlags: true,
      positions: true,
      custody: true,
    },
  },
  light: {
    carries: {
      originals: false,
      pictures: false,
      claims: true,
      checks: false,
      notes: false,
      filing: false,
      houseNotes: false,
      confidentialFlags: false,
      positions: false,
      custody: false,
    },
  },
  redacted: {
    carries: {
      originals: false,
      pictures: true,
      claims: true,
      checks: false,
      notes: false,
      filing: false,
      houseNotes: false,
      confidentialFlags: false,
      positions: false,
      custody: false,
    },
    isRedacted: true,
  },
} as const satisfies Readonly<Record<string, PackProfile>>

export type PackProfileName = keyof typeof packProfiles

export const packProfileNames = Object.keys(packProfiles) as readonly PackProfileName[] as readonly [
  PackProfileName,
  ...PackProfileName[],
]

/** How many of each part the selection has and the pack has not. */
export type LeftOut = Readonly<Partial<Record<PackPart, number>>>
