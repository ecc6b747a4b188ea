/** The last few of what is asked for again and again, such as the article of several claims. */
export const keepLast = <Value>(most: number): ((key: string, make: () => Value) => Value) => {
  const held = new Map<string, Value>()
  return (key, make) => {
    const known = held.get(key)
    if (known !== undefined) return known
    const value = make()
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(key, value)
    return value
  }
}
