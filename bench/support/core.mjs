// What is measured of the core: its catalogue, and who is behind passages. `runSupport.mjs` makes it runnable.
export { createOrigins } from '#core/origins/createOrigins'
export { systemClock } from '#core/records/clock'
export { openArchive } from '#core/store/openArchive'
