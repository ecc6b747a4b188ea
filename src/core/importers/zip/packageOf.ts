/** What foreign bytes are, for people and as a media type. */
export interface KnownContent {
  readonly found: string
  readonly mediaType: string
}

/**
 * ZIPs that are one thing to whoever made them, by the name of their first entry, or by what is stored in it: what they
 * hold is no collection of files. Those that an importer reads are surer of theirs.
 */
const packages: readonly (KnownContent & { readonly holds: RegExp })[] = [
  {
    holds: /\[Content_Types\]\.xml|_rels\/\.rels/,
    found: 'an Office document that is no text',
    mediaType: 'application/vnd.openxmlformats-officedocument',
  },
  {
    holds: /^.{30}mimetypeapplication\/vnd\.oasis\.opendocument/s,
    found: 'an OpenDocument file that is no text',
    mediaType: 'application/vnd.oasis.opendocument',
  },
  {
    holds: /^.{30}(?:META-INF\/MANIFEST\.MF|META-INF\/.{0,6}PK)/s,
    found: 'a Java archive',
    mediaType: 'application/java-archive',
  },
  {
    holds: /AndroidManifest\.xml/,
    found: 'an Android application',
    mediaType: 'application/vnd.android.package-archive',
  },
]

/** Characters of the beginning that are looked at: the first entries with their names. */
const looked = 4096

/** What kind of package a ZIP is, by its first bytes; undefined where it is a collection of files. */
export const packageOf = (head: Uint8Array): KnownContent | undefined => {
  const characters = String.fromCharCode(...head.subarray(0, looked))
  return packages.find(({ holds }) => holds.test(characters))
}
