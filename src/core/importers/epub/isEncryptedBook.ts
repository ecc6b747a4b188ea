import type { Document } from 'domhandler'
import { elementsNamed } from '../markup/elements'

/** Fonts are only made unusable outside the book (EPUB 3.3, 4.3; Adobe's older way): the text can be read. */
const fontsOnly: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
])

/** Whether anything but fonts is encrypted, by META-INF/encryption.xml (OCF 3.3, 4.2.6.3.2). */
export const isEncryptedBook = (encryption: Document | undefined): boolean =>
  (encryption ? elementsNamed(encryption, 'EncryptedData') : []).some((data) => {
    const [method] = elementsNamed(data, 'EncryptionMethod')
    return !fontsOnly.has(method?.attribs['Algorithm'] ?? '')
  })
