import type { Format } from '#shared/contract/work'

/**
 * What the registry can read. It is loaded with the first question: the parsers that hang on it are large, and run in
 * another process.
 */
export const loadFormats = async (): Promise<Format[]> => {
  const { importers } = await import('../importers/registry')
  return importers.map(({ id, name, extensions, limit }) => ({
    id,
    name,
    extensions: [...extensions],
    limit,
  }))
}
