/** How high the parts of a timeline are, in pixels. */
export const laneHeights = { articles: 84, axis: 22, citations: 84, lane: 26 } as const

const axis = laneHeights.articles + 4
const citations = axis + laneHeights.axis

/** Where they begin, from the top. */
export const laneTops = { axis, citations, lanes: citations + laneHeights.citations + 6 } as const
