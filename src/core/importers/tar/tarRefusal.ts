import { CuttingsError } from '#shared/errors'

/** Types whose header is followed by content that is a file's: regular, and contiguous, which is the same today. */
export const fileTypes = new Set(['0', '7'])

/** Types without content, whatever their size says. */
export const emptyTypes = new Set(['1', '2', '3', '4', '5', '6'])

const refusals: Readonly<Record<string, () => CuttingsError>> = {
  1: () => new CuttingsError('link'),
  2: () => new CuttingsError('link'),
  3: () => new CuttingsError('not-a-file', { found: 'a device' }),
  4: () => new CuttingsError('not-a-file', { found: 'a device' }),
  6: () => new CuttingsError('not-a-file', { found: 'a pipe' }),
  S: () => sparse(),
}

export const sparse = (): CuttingsError =>
  new CuttingsError('unknown-format', { found: 'a sparse file, whose holes were left out' })

/** Names are data, but an archive that tries to leave its folder was made to harm; as for ZIP. */
const unsafeName = (name: string): string | undefined => {
  if (/^(?:\/|[a-z]:[/\\])/i.test(name)) return `absolute path: ${name}`
  return name.split(/[/\\]/).includes('..') ? `invalid relative path: ${name}` : undefined
}

/** Why an entry is not taken out as a file; undefined where it is. */
export const tarRefusal = (type: string, name: string): CuttingsError | undefined => {
  const known = refusals[type]
  if (known) return known()
  if (!fileTypes.has(type))
    return new CuttingsError('unknown-format', { found: `a tar entry of type "${type}"` })
  const reason = unsafeName(name)
  return reason === undefined ? undefined : new CuttingsError('unsafe-name', { reason })
}
