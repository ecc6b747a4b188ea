/** An address read against another one; as it stands where it cannot be. */
export const absoluteAddress = (address: string, base: string | undefined): string =>
  base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address
