/** Does work once at a time: calls that come while it is under way are answered by one more. */
export const onceAndAgain = (work: () => Promise<void>): (() => Promise<void>) => {
  let working: Promise<void> | undefined
  let again = false
  const round = async (): Promise<void> => {
    try {
      do {
        again = false
        await work()
      } while (again)
    } finally {
      working = undefined
    }
  }
  return () => {
    again = working !== undefined
    return (working ??= round())
  }
}
