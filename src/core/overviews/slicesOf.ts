/** How many are read at a time: some milliseconds of work. */
const size = 250

/** The same in their order, in pieces that are read at a time. */
export const slicesOf = function* <T>(all: readonly T[]): Generator<readonly T[], void, void> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
