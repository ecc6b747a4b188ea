import { packPagePolicy } from '../exporters/pack/packPage'

/** What stands in the page itself, once more from outside: its text may have come from anywhere. No script runs, whatever it says. */
export const printedPolicy = (): string =>
  `${packPagePolicy(true)}; frame-ancestors 'none'; sandbox allow-same-origin`
