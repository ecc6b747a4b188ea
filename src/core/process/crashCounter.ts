/** Says whether one more fresh start is worth it: three in a minute are, a fourth is not. */
export const createCrashCounter = (now: () => number) => {
  let times: readonly number[] = []
  return {
    add: (): boolean => {
      const at = now()
      times = [...times.filter((time) => at - time < 60_000), at]
      return times.length <= 3
    },
    clear: (): void => {
      times = []
    },
  }
}
