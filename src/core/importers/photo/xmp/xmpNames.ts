/** Namespaces that fields are taken from, by the prefixes under which their specifications name them. */
const namespaces: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://cipa.jp/exif/1.0/': 'exifEX',
  'http://ns.adobe.com/exif/1.0/aux/': 'aux',
  'http://ns.adobe.com/xmp/note/': 'xmpNote',
  'http://creativecommons.org/ns#': 'cc',
  'http://web.resource.org/cc/': 'cc',
}

/** Names as the document spells them, to names with the usual prefix; others keep theirs. */
export const nameReader = (prefixes: ReadonlyMap<string, string>): ((name: string) => string) => {
  return (name) => {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const prefix = name.slice(0, colon)
    const usual = namespaces[prefixes.get(prefix) ?? '']
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`
  }
}
