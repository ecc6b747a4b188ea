/** A DOI without the address or the `doi:` that programs put before it; anything else as it stands. */
export const bareDoi = (value: string): string =>
  /^\s*(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:)\s*(10\.\d{4,9}\/\S+)\s*$/i.exec(value)?.[1] ?? value
