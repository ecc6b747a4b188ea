import fc from 'fast-check'

/**
 * Properties are tried on the same inputs each time, so that a check says the same of the same code. With
 * `CUTTINGS_SEED=random` they are tried on others, to look for what nobody thought of; a number repeats one such run.
 */
const stated = process.env['CUTTINGS_SEED']
if (stated !== 'random') fc.configureGlobal({ seed: Number(stated ?? 20_261_126) })
