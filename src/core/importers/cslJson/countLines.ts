/** Tells the line (from 1) of a place in a text. Places are asked for in ascending order, so that all of it is linear. */
export const countLines = (text: string): ((place: number) => number) => {
  let line = 1
  let next = text.indexOf('\n')
  return (place) => {
    while (next >= 0 && next < place) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
