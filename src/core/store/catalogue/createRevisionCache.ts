/** How many answers are kept. */
const most = 8

/** Gives the answer that was read before, as long as the catalogue is as it was then. */
export type Remember = <T>(question: string, read: () => T) => T

/** Keeps the last answers of costly questions until the next change of the catalogue. */
export const createRevisionCache = (revision: () => number): Remember => {
  const held = new Map<string, unknown>()
  let heldAt: number | undefined
  return <T>(question: string, read: () => T): T => {
    const now = revision()
    if (now !== heldAt) held.clear()
    heldAt = now
    if (held.has(question)) return held.get(question) as T
    const answer = read()
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(question, answer)
    return answer
  }
}
