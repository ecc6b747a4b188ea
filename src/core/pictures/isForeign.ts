/**
 * Whether what was thrown is libvips' word on the bytes: an exception of WebAssembly, which is no Error and whose message is
 * a list of its type and its text. Anything else is a fault of ours, or the end of the module, after which nothing of it
 * works any more and the thread is to be given up.
 */
export const isForeign = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown && Array.isArray(thrown.message)
