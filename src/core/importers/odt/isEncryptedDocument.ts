import type { Document } from 'domhandler'
import { elementsNamed } from '../markup/elements'

/** Whether parts are encrypted by a password (ODF 1.3 part 2, 4.5), as the manifest states. */
export const isEncryptedDocument = (manifest: Document | undefined): boolean =>
  manifest !== undefined && elementsNamed(manifest, 'encryption-data').length > 0
