// How high the one article stands that a person had in mind: the mean of 1 / its place among the first ten.
const places = 10

const reciprocalRank = (found, id) => {
  const at = found.slice(0, places).indexOf(id)
  return at < 0 ? 0 : 1 / (at + 1)
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

const ranksOf = async (ask, items) => {
  const ranks = []
  for (const { id, terms } of items) ranks.push(reciprocalRank(await ask(terms), id))
  return ranks
}

/** Of one side: by words of the title, by three words of the text (any of them), and by a title with a mistake. */
export const rankKnownItems = async (side, { title, body3, typo }) => {
  return {
    title: mean(await ranksOf(side.known, title)),
    text: mean(await ranksOf(side.known, body3)),
    typo: mean(await ranksOf(side.mistyped ?? side.known, typo)),
  }
}
