/** An identifier that is complete by itself, as `format: uri` wants it (RFC 3986: ASCII, with a scheme). */
export const isUri = (text: string): boolean =>
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(text)

export const urnOf = (id: string): string => `urn:uuid:${id}`
