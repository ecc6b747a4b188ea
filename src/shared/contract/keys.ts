import * as z from 'zod'
import { nothing, reads } from './base'

const name = z.string().trim().min(1).max(100)

/** A key that signs packs. `publicKey` is one line of OpenSSH; `fingerprint` as `ssh-keygen -l` shows it. */
export const signingKey = z.object({ name, publicKey: z.string(), fingerprint: z.string() })

/** Keys are the host's, not the archive's: none is in an archive, a backup or a pack. */
export const keys = {
  list: reads.input(nothing).output(z.object({ own: signingKey.optional(), known: z.array(signingKey) })),
  make: reads.input(z.object({ name })).output(signingKey),
  /** Only ever on the user's word. */
  add: reads.input(z.object({ name, publicKey: z.string().max(2000) })).output(signingKey),
  remove: reads.input(z.object({ fingerprint: z.string().max(100) })).output(nothing),
}

export type SigningKey = Readonly<z.infer<typeof signingKey>>
