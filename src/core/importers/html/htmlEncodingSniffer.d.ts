/** What is used of html-encoding-sniffer 7, which has no types of its own. */
declare module 'html-encoding-sniffer' {
  /** A name of the Encoding Standard, or `defaultEncoding` as it was given. */
  const sniffEncoding: (
    bytes: Uint8Array,
    options: { readonly defaultEncoding: string; readonly transportLayerEncodingLabel?: string },
  ) => string
  export { sniffEncoding as default }
}
