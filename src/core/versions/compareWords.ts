import type { WordRun } from '#shared/contract/versions'

/** Words and what stands between them; of scripts without spaces, characters. */
const tokens = (text: string): string[] =>
  text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}'’-]+|\s+|[^\s\p{L}\p{N}]/gu,
  ) ?? []

/** Pairs of words beyond which a passage is shown as changed as a whole. */
const mostPairs = 4_000_000

const push = (runs: WordRun[], as: WordRun['as'], text: string): void => {
  const last = runs.at(-1)
  if (last?.as === as) runs[runs.length - 1] = { as, text: last.text + text }
  else if (text !== '') runs.push({ as, text })
}

/** Lengths of the longest common subsequence of the rests from each pair of places on. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = rows[i]
      const below = rows[i + 1]
      if (!row || !below) continue
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return rows
}

/** Two texts word by word, in the order in which they are read: what goes stands before what comes in its place. */
export const compareWords = (from: string, to: string): WordRun[] => {
  const [before, after] = [tokens(from), tokens(to)]
  const runs: WordRun[] = []
  if (before.length * after.length > mostPairs || Math.max(before.length, after.length) > 65_535) {
    push(runs, 'gone', from)
    push(runs, 'new', to)
    return runs
  }
  const lengths = commonLengths(before, after)
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]]
    if (gone !== undefined && gone === come) {
      push(runs, 'same', gone)
      i += 1
      j += 1
    } else if (
      gone !== undefined &&
      (come === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      push(runs, 'gone', gone)
      i += 1
    } else {
      push(runs, 'new', come ?? '')
      j += 1
    }
  }
  return runs
}
