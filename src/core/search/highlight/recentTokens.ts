import type { Token } from '#core/search/analysis/tokenise'

/** Characters of texts whose words are remembered at most: some megabytes of words. */
const most = 400_000

type Tokenise = (text: string) => readonly Token[]

/**
 * Remembers the words of the texts that were cut last: while a person types, each answer shows much of the one before. By the text
 * itself, so that one that was changed is cut anew.
 */
export const createRecentTokens = (tokenise: Tokenise, mostCharacters = most): Tokenise => {
  const held = new Map<string, readonly Token[]>()
  let characters = 0
  return (text) => {
    const known = held.get(text)
    if (known) {
      held.delete(text)
      held.set(text, known)
      return known
    }
    const tokens = tokenise(text)
    if (text.length > mostCharacters) return tokens
    held.set(text, tokens)
    characters += text.length
    for (const oldest of held.keys()) {
      if (characters <= mostCharacters) break
      held.delete(oldest)
      characters -= oldest.length
    }
    return tokens
  }
}
