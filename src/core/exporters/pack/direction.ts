const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The `dir` of a language; `auto` (decided by the text) where the language is unknown. */
export const directionOf = (language: string | undefined): 'ltr' | 'rtl' | 'auto' => {
  if (language === undefined) return 'auto'
  try {
    const { script } = new Intl.Locale(language).maximize()
    if (script === undefined) return 'auto'
    return rightToLeft.has(script) ? 'rtl' : 'ltr'
  } catch (error) {
    // A tag that Intl does not know is no fault of the text: the browser decides.
    if (error instanceof RangeError) return 'auto'
    throw error
  }
}
