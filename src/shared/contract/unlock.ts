import * as z from 'zod'

export const secret = z.string().min(1).max(1000)

/** What opens an encrypted pack. */
export const unlock = z.object({ passphrase: secret.optional(), identity: secret.optional() })
