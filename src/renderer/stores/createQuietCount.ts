/** Milliseconds without a change before it is counted again: an import changes the archive with each file. */
const quiet = 1500

/** A count for the sidebar, taken once nothing has changed for a while. `count` puts it where it is shown. */
export const createQuietCount = (count: () => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = async (): Promise<void> => {
    try {
      await count()
    } catch {
      // The sidebar does without the number; the view says why.
    }
  }

  return {
    load,
    loadWhenQuiet: (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), quiet)
    },
    stop: (): void => clearTimeout(timer),
  }
}
