/** Nodes and attributes of a page, at most: with the text of 50 MB they stay under the parser's limit of memory. */
export const mostNodesOfPage = 600_000

/** Nodes above which a page is read from its body as it stands: a second tree of it would not fit beside the first. */
export const mostNodesOfArticle = 60_000

/**
 * Above this a page is read from its body as it stands. Telling the article from the rest costs time by elements times
 * their depth, up to 20 microseconds for each: `surveyPage` counts them.
 */
export const mostCost = 800_000
