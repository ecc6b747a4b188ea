/** By this the wire is found in the program: it stands there once (electron/fuses). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses of a packaged Electron as they stand in its bytes, one character each; undefined where there is no wire. */
export const readFuses = (program: Buffer): string | undefined => {
  const at = program.indexOf(sentinel)
  if (at < 0) return undefined
  const wire = at + sentinel.length
  const [version, length = 0] = [program[wire], program[wire + 1]]
  return version === 1 ? program.toString('latin1', wire + 2, wire + 2 + length) : undefined
}
