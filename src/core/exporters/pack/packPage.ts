import { createHash } from 'node:crypto'
import { directionOf } from './direction'
import { html, htmlText, trustedHtml, type Html } from './html'
import { pageStyle } from './pageStyle'

const styleHash = (): string => createHash('sha256').update(pageStyle).digest('base64')

/** No script, nothing remote, one style known by its hash: a pack's page stays quiet even with its text turned hostile. */
export const packPagePolicy = (showsPictures: boolean): string =>
  `default-src 'none'; ${showsPictures ? "img-src 'self' file:; " : ''}style-src 'sha256-${styleHash()}'; base-uri 'none'; form-action 'none'`

/** A whole page of a pack. `language` is that of its main text; the frame around it is English. */
export const packPage = (page: {
  readonly title: string
  readonly language?: string | undefined
  /** Pictures of the pack itself; all others show none. */
  readonly showsPictures?: boolean
  readonly header: Html
  readonly main: Html
  readonly footer: Html
}): string =>
  htmlText(html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${packPagePolicy(page.showsPictures ?? false)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${trustedHtml(pageStyle)}</style>
</head>
<body>
<header>
${page.header}
</header>
<main${page.language === undefined ? '' : html` lang="${page.language}" dir="${directionOf(page.language)}"`}>
${page.main}
</main>
<footer>
${page.footer}
</footer>
</body>
</html>
`)
