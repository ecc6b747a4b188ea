/** Parameters that say how somebody came to a page, not which page it is. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|smid|ftag|ns_\w+)$/i

/** A page's address without what does not tell it from others: scheme, `www.`, fragment, tracking, a last slash. */
export const addressKey = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined
  const { host, pathname, searchParams, protocol } = new URL(url)
  if (!/^https?:$/.test(protocol)) return undefined
  const kept = [...searchParams].filter(([name]) => !tracking.test(name))
  const query = kept
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const path = pathname.replace(/\/(?:index\.html?)?$/, '')
  // The front page of a site is not one article.
  if (path === '' && query === '') return undefined
  return `${host.replace(/^(?:www|m|amp)\./, '')}${path}${query ? `?${query}` : ''}`
}
