/** The last answers, kept until something changes; one that failed is asked again. */
export const createHeld = <Answer>(
  revision: () => number,
  most: number,
): ((key: string, ask: () => Promise<Answer>) => Promise<Answer>) => {
  const held = new Map<string, Promise<Answer>>()
  let heldAt = -1
  return (key, ask) => {
    const now = revision()
    if (now !== heldAt) held.clear()
    heldAt = now
    const known = held.get(key)
    if (known) return known
    const answer = ask()
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(key, answer)
    answer.catch(() => {
      if (held.get(key) === answer) held.delete(key)
    })
    return answer
  }
}
