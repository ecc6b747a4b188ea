const pageSize = 500

/** Reads a list of the contract from its first page to its last; stops early where `isWanted` says no. */
export const readAllPages = async <Item>(
  readPage: (offset: number, limit: number) => Promise<readonly Item[]>,
  isWanted: () => boolean,
): Promise<readonly Item[]> => {
  const items: Item[] = []
  for (;;) {
    const page = await readPage(items.length, pageSize)
    items.push(...page)
    if (page.length < pageSize || !isWanted()) return items
  }
}
