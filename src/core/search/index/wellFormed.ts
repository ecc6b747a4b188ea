/** With half a pair of surrogates replaced: UTF-8 has no bytes for it. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
