import { vi } from 'vitest'

/** Waits until a page is where it is to be, however long that takes on a machine that does other things too. */
export const settled = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 })
