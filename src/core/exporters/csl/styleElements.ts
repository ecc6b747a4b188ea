/** Elements of a style (CSL 1.0.2). */
export const styleElements: ReadonlySet<string> = new Set(
  `style info title title-short id link author contributor translator name email uri category issn eissn issnl summary
  published updated rights locale style-options date date-part terms term single multiple macro text choose if else-if
  else names name-part et-al label substitute number group citation layout bibliography sort key institution`.split(
    /\s+/,
  ),
)
