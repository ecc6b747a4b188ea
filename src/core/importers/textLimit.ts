/** Bytes that one file of text may have (security: limits for foreign bytes): it is held as a whole while it is read. */
export const textLimit = 50 * 1024 * 1024
