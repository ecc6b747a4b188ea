/** In order; to look at; wrong; cannot be told, which is neither pass nor failure. */
export type Tone = 'ok' | 'warn' | 'bad' | 'unknown'
