/**
 * The last answers, kept until something changes. One that is still to come and then fails is asked again; so is one that
 * throws.
 */
export const createHeld = <Answer>(
  revision: () => number,
  most: number,
): ((key: string, ask: () => Answer) => Answer) => {
  const held = new Map<string, Answer>()
  let heldAt = -1
  return (key, ask) => {
    const now = revision()
    if (now !== heldAt) held.clear()
    heldAt = now
    const known = held.get(key)
    if (known !== undefined) return known
    const answer = ask()
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(key, answer)
    if (answer instanceof Promise)
      answer.catch(() => {
        if (held.get(key) === answer) held.delete(key)
      })
    return answer
  }
}
