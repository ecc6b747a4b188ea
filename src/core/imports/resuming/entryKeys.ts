/**
 * Keys for what is in one file of the user's: its name, and where two have the same name, which of them. Reading the
 * same bytes again gives the same keys.
 */
export const createEntryKeys = (): ((name: string) => string) => {
  const times = new Map<string, number>()
  return (name) => {
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return before === 0 ? name : `${name}\0${before}`
  }
}
