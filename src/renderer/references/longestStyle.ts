/** Bytes of a `.csl` file that are read, one more than the core takes: so that a longer one is refused and not cut. */
export const longestStyle = 1_000_001
