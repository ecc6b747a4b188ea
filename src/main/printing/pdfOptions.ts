import type { PrintToPDFOptions } from 'electron'

/** Where paper is Letter and not A4 (CLDR, `paperSize`). */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** By the system's locale; A4 where it is none. */
export const paperOf = (locale: string): 'A4' | 'Letter' => {
  try {
    return letterRegions.has(new Intl.Locale(locale).maximize().region ?? '') ? 'Letter' : 'A4'
  } catch {
    // No locale at all, such as `C`: most of the world prints on A4.
    return 'A4'
  }
}

/** Inches. */
const margins = { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 }

/** Nothing but the number of the page, which is the same in all languages. */
const footer =
  '<p style="width:100%;margin:0;text-align:center;font:8pt sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></p>'

/** Tagged, for who hears it read; with an outline of its headings; each page numbered. */
export const pdfOptions = (locale: string): PrintToPDFOptions => ({
  pageSize: paperOf(locale),
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  printBackground: false,
  margins,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: footer,
})

/** How many pages a PDF of Chromium has: 0 where it is none. */
export const pagesIn = (pdf: Buffer): number =>
  pdf.subarray(0, 5).toString('latin1') === '%PDF-'
    ? (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0)
    : 0
