import type { PreflightPlace, PreflightReport, PreflightResult } from '#shared/contract/preflight'
import { html, type Html } from '../pack/html'
import { packPage } from '../pack/packPage'
import { readableTime } from '../pack/readableTime'
import { preflightState } from './preflightWords'

const stateWords: Readonly<Record<PreflightResult['severity'], string>> = {
  error: 'To be mended',
  warning: 'To be looked at',
  note: 'To know',
}

const stateOf = ({ state, severity }: PreflightResult): string =>
  state === 'passed' ? 'Passed' : state === 'waived' ? 'Waived' : stateWords[severity]

/** Where a place stands in the pack, from the folder `checks`; undefined where it has no page. */
export type PlaceAddress = (place: PreflightPlace) => string | undefined

const placeLine = ({ place, detail }: PreflightResult['findings'][number], addressOf: PlaceAddress): Html => {
  const address = addressOf(place)
  const title = html`<bdi>${place.title}</bdi
    >${place.passage === undefined ? '' : `, passage ${place.passage}`}`
  return html`<li>
    ${address === undefined ? title : html`<a href="${address}">${title}</a>`}${detail === undefined ? '' : html`: <bdi>${detail}</bdi>`}
  </li>`
}

const section = (result: PreflightResult, addressOf: PlaceAddress): Html =>
  html`<h3 id="${result.rule}">${stateOf(result)}: ${result.sentence}</h3>
    ${
      result.waiver
        ? html`<p class="notice">
            Waived by <bdi>${result.waiver.by}</bdi>: <bdi>${result.waiver.reason}</bdi>
          </p>`
        : ''
    }
    <ul>
      ${result.findings.map((finding) => placeLine(finding, addressOf))}
    </ul>`

const overview = (results: readonly PreflightResult[]): Html =>
  html`<table>
    <caption>
      What was asked, and what was found
    </caption>
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">State</th>
        <th scope="col">Found</th>
      </tr>
    </thead>
    <tbody>
      ${results.map(
        (result) =>
          html`<tr>
            <th scope="row">
              ${result.total === 0 ? result.sentence : html`<a href="#${result.rule}">${result.sentence}</a>`}
            </th>
            <td>${stateOf(result)}</td>
            <td>${result.total}</td>
          </tr>`,
      )}
    </tbody>
  </table>`

/** checks/preflight.html: each rule of the desk's checklist, what it found and where, and who waived it why. */
export const preflightPage = (report: PreflightReport, addressOf: PlaceAddress): string =>
  packPage({
    title: 'Preflight',
    header: html`<nav aria-label="Pack"><a href="../index.html">Front page of this pack</a></nav>
      <h1>Preflight</h1>
      <p class="dim">
        Checklist of the profile ${report.profile}, looked at on ${readableTime(report.date)}, before this
        pack was written. ${preflightState(report)}
      </p>`,
    main: html`${overview(report.results)}
    ${report.results.filter(({ total }) => total > 0).map((result) => section(result, addressOf))}`,
    footer: html`<p class="dim">The same as data: <a href="preflight.json">preflight.json</a>.</p>`,
  })
