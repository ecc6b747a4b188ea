import type { PreflightReport } from '#shared/contract/preflight'
import { preflightState } from '../preflight/preflightWords'
import { html, type Html } from './html'

const rows: readonly (readonly [string, Html | string])[] = [
  [
    'Unchanged',
    'This page cannot tell: it could have been changed with the rest. When the pack was written, every file was read back and matched. To check now, open verify.html or follow VERIFY.txt, both beside the folder of this page.',
  ],
  [
    'Complete',
    'This page cannot tell either. The manifests name every file; VERIFY.txt says how to find one that is missing and one that was added.',
  ],
  [
    'Signed',
    'This page cannot tell: a signature is made after everything else. If there is a file tagmanifest-sha256.txt.sig beside the folder of this page, the pack is signed, and VERIFY.txt says how that is checked. If there is none, who made this pack is not proved by it.',
  ],
  [
    'Custody',
    'The history of each record is in checks/custody.jsonl; each entry names the digest of the one before it.',
  ],
]

const preflightRow = (report: PreflightReport): readonly [string, Html] => [
  'Preflight',
  html`${preflightState(report)} <a href="checks/preflight.html">What was found, and what was waived</a>`,
]

/** The state of each check apart: none stands for another, and a page never vouches for itself. */
export const checkTable = (preflight: PreflightReport | undefined): Html =>
  html`<table>
    <caption>
      State of each check
    </caption>
    <thead>
      <tr>
        <th scope="col">Check</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      ${[...rows, ...(preflight ? [preflightRow(preflight)] : [])].map(
        ([check, state]) =>
          html`<tr>
            <th scope="row">${check}</th>
            <td>${state}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
