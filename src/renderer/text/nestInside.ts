/** Parts a container's name from that of a file inside it. */
export const insideMark = ' > '

/** A line of a report or a plan in its place: files inside come under the file that they are in. */
export interface Nested<Line> {
  readonly line: Line
  /** 0 for what is in no container of the list. */
  readonly depth: number
  /** Its name without those of the containers above it. */
  readonly name: string
  /** Name of the container that it stands under. */
  readonly inside?: string
}

interface Branch<Line> {
  readonly line: Line
  readonly branches: readonly Branch<Line>[]
}

/** Lines come with what is inside a container before the container itself: a tree in its natural order. */
const toTree = <Line extends { readonly name: string }>(lines: readonly Line[]): readonly Branch<Line>[] => {
  const open: Branch<Line>[] = []
  for (const line of lines) {
    const start = line.name + insideMark
    let from = open.length
    while (from > 0 && open[from - 1]?.line.name.startsWith(start)) from -= 1
    open.push({ line, branches: open.splice(from) })
  }
  return open
}

/**
 * The lines as families: each top line with all that is inside it, container first. What stands in a container that is
 * not in the list keeps its whole name.
 */
export const nestInside = <Line extends { readonly name: string }>(
  lines: readonly Line[],
): readonly (readonly Nested<Line>[])[] => {
  const flatten = (branch: Branch<Line>, depth: number, above: string | undefined): Nested<Line>[] => {
    const { line, branches } = branch
    const name = above === undefined ? line.name : line.name.slice(above.length + insideMark.length)
    return [
      { line, depth, name, ...(above === undefined ? {} : { inside: above }) },
      ...branches.flatMap((one) => flatten(one, depth + 1, line.name)),
    ]
  }
  return toTree(lines).map((branch) => flatten(branch, 0, undefined))
}
