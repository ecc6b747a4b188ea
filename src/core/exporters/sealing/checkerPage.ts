import { createHash } from 'node:crypto'
import { html, htmlText, trustedHtml, type Html } from '#core/exporters/pack/html'
import { pageStyle } from '#core/exporters/pack/pageStyle'
import { checkerScript } from './checkerScript'

const ownStyle = `
#drop { border: 2px dashed var(--dim); border-radius: 0.75rem; padding: 1.5rem 1.25rem; text-align: center }
#drop.over { border-color: var(--link); background: var(--mark) }
.choices { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: center; margin-top: 1rem }
.choices label { position: relative; font: 600 0.95rem/1.2 system-ui, sans-serif; padding: 0.65rem 1rem; border: 1px solid var(--dim); border-radius: 0.5rem; cursor: pointer }
.choices input { position: absolute; inset: 0; inline-size: 100%; opacity: 0; cursor: pointer; font-size: 0 }
.choices label:focus-within { outline: 3px solid var(--link); outline-offset: 2px }
button, textarea { font: 1rem/1.4 system-ui, sans-serif; color: inherit; background: var(--paper); border: 1px solid var(--dim); border-radius: 0.5rem; padding: 0.5rem 0.9rem }
textarea { inline-size: 100%; min-block-size: 4.5rem }
button:focus-visible, textarea:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
progress { inline-size: 100%; block-size: 1rem }
#running, #heard { margin-top: 1.5rem }
#verdict { border: 0; border-inline-start: 0.5rem solid var(--dim); padding-inline-start: 0.75rem }
#verdict.complete { border-color: #2b7a4b }
#verdict.changed { border-color: #b3261e }
#verdict.incomplete { border-color: #a86400 }
.words { columns: 3 8rem; font: 600 1.1rem/1.8 system-ui, sans-serif }
.hash, td { overflow-wrap: anywhere }
`

/** Byte for byte what its hash is of: white space around it would make it another script. */
const inline = (name: 'script' | 'style', text: string): Html => trustedHtml(`<${name}>${text}</${name}>`)

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** One script and one style, known by their hashes; nothing else runs, nothing is loaded, nothing is sent. */
const policyOf = (style: string): string =>
  `default-src 'none'; script-src 'sha256-${hashOf(checkerScript)}'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

const application: Html = html`<div id="app" hidden>
  <div id="drop">
    <p><strong>Drop the pack here</strong>: its folder, or the zip as it came.</p>
    <div class="choices">
      <label>Choose a zip <input type="file" id="zip" accept=".zip,application/zip" /></label>
      <label>Choose a folder <input type="file" id="folder" webkitdirectory /></label>
    </div>
  </div>
  <div id="running" role="status" hidden>
    <p>Reading every file… <span id="step"></span></p>
    <progress id="bar" aria-label="How far the check is"></progress>
    <p><button type="button" id="cancel">Stop</button></p>
  </div>
  <section id="result" aria-live="polite" aria-label="Result"></section>
  <section id="heard" hidden>
    <h3><label for="heard-words">What the sender reads out to you</label></h3>
    <textarea id="heard-words" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
    <p id="heard-answer" role="status"></p>
  </section>
</div>`

const bounds: Html = html`<h2>What this page can show, and what it cannot</h2>
  <p>
    It reads each file of the pack from start to end and compares it with the manifests, says what was added
    or is missing, and looks for every quotation in the texts. It sends nothing, loads nothing and changes
    nothing.
  </p>
  <p>
    It cannot prove itself. It came with the pack, and whoever can change a pack can change this page with it.
    For a check that does not rest on what you were sent: let the sender read out the twelve words and compare
    them with a fingerprint that a tool of your own made (VERIFY.txt says how), use this page from another
    pack that you trust, or use the program Cuttings.
  </p>`

/** verify.html: one file that checks a pack in a browser, from the disk, with no network and no program. */
export const checkerPage = (): string => {
  const style = pageStyle + ownStyle
  return htmlText(
    html`<!doctype html>
      <html lang="en" dir="ltr">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policyOf(style)}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>Check a citation pack</title>
          ${inline('style', style)}
        </head>
        <body>
          <header>
            <p class="dim">Citation pack</p>
            <h1>Is it as it was made?</h1>
          </header>
          <main>
            <p class="notice" id="off">
              This page needs its script, and scripts are off. VERIFY.txt, beside this file, says how to make
              the same check with tools that your system has: on Windows, macOS and Linux. The pack itself
              reads without scripts: open data/index.html.
            </p>
            ${application} ${bounds}
          </main>
          <footer><p class="dim">Everything happens in this window, on this computer.</p></footer>
          ${inline('script', checkerScript)}
        </body>
      </html> `,
  )
}
