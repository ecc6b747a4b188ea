/** The lists of names that an article has by its user. Plain constants: pages take no zod in. */
export const filingKinds = ['tags', 'collections'] as const
