const files = {
  ours: './ours.mjs',
  oursInWorker: './oursInWorker.mjs',
  fullText: './peers/fullText.mjs',
  miniSearch: './peers/miniSearch.mjs',
  flexSearch: './peers/flexSearch.mjs',
  lunr: './peers/stockLunr.mjs',
}

export const sideNames = {
  ours: 'this engine',
  oursInWorker: 'this engine, in its worker',
  fullText: 'SQLite FTS5',
  miniSearch: 'MiniSearch',
  flexSearch: 'FlexSearch',
  lunr: 'lunr',
}

/**
 * A side with what it needs: `build(articles, folder, path)`, `size(folder)` in bytes, and `open(folder, path, source)`, which
 * resolves with the kinds of query that the side knows (each gives numbers of articles, best first), `add(article)` and
 * `close()`. No other side is loaded with it, so that its memory is its own.
 */
export const loadSide = async (name) => {
  const { side } = await import(files[name])
  await side.load?.()
  return side
}
