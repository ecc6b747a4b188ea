/** The one style of a pack's pages: system fonts, light and dark, and print. Nothing is loaded. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c1b19; --dim: #5c5851; --paper: #fffefb; --line: #d9d4c8; --mark: #f1ecdf; --link: #1a4f8b }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8df; --dim: #aaa498; --paper: #191816; --line: #403c35; --mark: #292621; --link: #9cc4f5 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, 'Noto Serif', serif }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem }
h1 { font-size: 1.7rem; line-height: 1.25 }
h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.05rem }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font: 0.88rem/1.45 system-ui, sans-serif }
caption { text-align: start; font-weight: 600; padding: 0.5rem 0 }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line) }
.scroll { overflow-x: auto }
.hash, code { font: 0.82rem/1.4 ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere }
.dim, .label, .support { color: var(--dim); font: 0.85rem/1.45 system-ui, sans-serif }
.passage { display: grid; grid-template-columns: 3rem 1fr; gap: 0 0.75rem; margin: 0 0 0.9rem }
.passage > :not(.label) { grid-column: 2; margin: 0 }
.passage .label { grid-row: 1; padding-top: 0.2rem }
.support::before { content: '\\25AB\\00A0' }
.support.printed::before { content: '\\25A0\\00A0' }
.support.inferred::before { content: '\\25A1\\00A0' }
.line, .notice, .slot { border-inline-start: 3px solid var(--line); background: var(--mark); padding: 0.4rem 0.75rem; margin: 0 0 1rem 3.75rem }
.notice { margin-inline-start: 0 }
.slot p { margin: 0 }
.line, .passage > p:not(.support), .passage > blockquote { white-space: pre-wrap }
main > h2:first-child { margin-top: 0.5rem }
main[dir='rtl'] .support, main[dir='rtl'] .slot { text-align: right }
.sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1.25rem }
figure { margin: 0; break-inside: avoid }
figure img { max-width: 100%; max-height: 12rem; object-fit: contain; background: var(--mark) }
figure h2 { font-size: 1rem; margin: 0.3rem 0; border: 0 }
figure p { margin: 0.15rem 0; font: 0.85rem/1.4 system-ui, sans-serif; overflow-wrap: anywhere }
blockquote { margin: 0; font-style: italic }
@media print {
  :root { --ink: #000; --dim: #333; --paper: #fff; --line: #999; --mark: #fff; --link: #000 }
  body { font-size: 10.5pt }
  .passage, .line, .notice, tr { break-inside: avoid }
  h2, h3, caption { break-after: avoid }
}
@media (max-width: 36rem) { .line, .slot { margin-inline-start: 0 } }
`
