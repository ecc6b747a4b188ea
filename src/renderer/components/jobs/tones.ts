/**
 * In order; to look at; wrong; cannot be told, which is neither pass nor failure; a remark, which is neither item nor
 * fault.
 */
export type Tone = 'ok' | 'warn' | 'bad' | 'unknown' | 'note'
