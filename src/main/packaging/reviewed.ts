/** Packages that may run a script when they are installed, each with why it may. A new one fails the proof until it is named. */
export const installScripts: Readonly<Record<string, string>> = {
  '@photostructure/sqlite':
    'looks for the ready-made library that is in the package; none is built or fetched',
  'electron-winstaller':
    'copies a file for installers of Windows; a tool of electron-builder that is not used and does not ship',
}

/** Licences under which what ships was taken, as somebody read them. */
export const licences: readonly string[] = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'PSF-2.0',
  'MPL-1.1',
  'LGPL-3.0',
  'CPAL-1.0 OR AGPL-1.0',
]

/** The wire of the fuses (electron/fuses, version 1): which are off (`0`) and on (`1`), in their order. */
export const fuses = {
  runAsNode: '0',
  enableCookieEncryption: '1',
  enableNodeOptionsEnvironmentVariable: '0',
  enableNodeCliInspectArguments: '0',
  enableEmbeddedAsarIntegrityValidation: '1',
  onlyLoadAppFromAsar: '1',
  loadBrowserProcessSpecificV8Snapshot: '0',
  grantFileProtocolExtraPrivileges: '0',
} as const
