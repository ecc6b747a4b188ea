import { exactSize, readableSize } from '#shared/pack/readableSize'
import { element, list } from './elements'
import type { Finding, FindingKind, Report } from './types'

const verdicts: Readonly<Record<Report['verdict'], string>> = {
  complete: 'Unchanged and complete',
  incomplete: 'Unchanged, but not complete',
  changed: 'Changed since it was made',
  'cannot-tell': 'Cannot be verified',
}

const heads: Readonly<Record<FindingKind, string>> = {
  changed: 'Changed',
  missing: 'Missing',
  added: 'Added',
}

/** Lines that are shown of one kind; beyond them their number is said. */
const most = 500

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

const listed = (title: string, lines: readonly (readonly [string, string])[]): Node[] =>
  lines.length === 0
    ? []
    : [
        element('h3', {}, `${title}: ${count(lines.length, 'one', 'in all')}`),
        list(lines.slice(0, most).map(([name, why]) => [element('bdi', { class: 'hash' }, name), ` ${why}`])),
        ...(lines.length > most ? [element('p', {}, `And ${lines.length - most} more.`)] : []),
      ]

const ofKind = (findings: readonly Finding[], kind: FindingKind): Node[] =>
  listed(
    heads[kind],
    findings.filter((finding) => finding.kind === kind).map(({ path, why }) => [path, `(${why})`]),
  )

const signatureWords = ({ state, fingerprint }: Report['signature']): string => {
  if (state === 'unsigned') return 'By nobody. This is not a failure, but nobody vouches for it either.'
  if (state === 'signed')
    return `By the key ${fingerprint}. Whose key that is, this page cannot know: compare it with the one that the sender told you before.`
  if (state === 'wrong') return 'There is a signature, and it is not of this pack. Do not rely on the pack.'
  return `There is a signature${fingerprint === undefined ? '' : ` by the key ${fingerprint}`}, but this browser cannot check it. VERIFY.txt says how to.`
}

const quotationWords = ({ total, found }: Report['quotations']): string => {
  if (total === 0) return 'The pack states none.'
  if (found === total)
    return `${count(total, 'quotation stands', 'quotations stand')} word for word where the pack says.`
  return `${found.toLocaleString('en')} of ${count(total, 'quotation', 'quotations')} found where the pack says.`
}

const row = (title: string, ...content: readonly (Node | string)[]): HTMLElement =>
  element('tr', {}, element('th', { scope: 'row' }, title), element('td', {}, ...content))

const filesRead = ({ checked, bytes }: Report): string => {
  const [words, exact] = [readableSize(bytes), exactSize(bytes)]
  return `${checked.toLocaleString('en')}, ${words === exact ? exact : `${words} (${exact})`}`
}

const facts = (report: Report): HTMLElement =>
  element(
    'table',
    {},
    element(
      'tbody',
      {},
      row('Files read', filesRead(report)),
      row('Signed', signatureWords(report.signature)),
      row('Quotations', quotationWords(report.quotations)),
      ...(report.sha256 === undefined
        ? []
        : [row('Fingerprint', element('code', { class: 'hash', id: 'fingerprint' }, report.sha256))]),
    ),
  )

const words = (report: Report): Node[] =>
  report.words.length === 0
    ? []
    : [
        element('h3', {}, 'The fingerprint in twelve words'),
        element(
          'ol',
          { class: 'words', id: 'words' },
          ...report.words.map((word) => element('li', {}, word)),
        ),
      ]

/** The result in words, each answer apart; foreign names are text, whatever they hold. */
export const reportView = (name: string, report: Report): Node[] => [
  element('h2', { id: 'verdict', class: report.verdict }, verdicts[report.verdict]),
  element('p', { class: 'dim' }, element('bdi', {}, name)),
  ...(report.reason === undefined
    ? [facts(report)]
    : [
        element('p', {}, `${report.reason} This is not a pass and not a failure. The contents may be right.`),
      ]),
  ...(['changed', 'missing', 'added'] as const).flatMap((kind) => ofKind(report.findings, kind)),
  ...listed(
    'Quotations that do not stand where the pack says',
    report.quotations.findings.map(({ kind, quotation, text }) => [
      text,
      `${kind === 'moved' ? 'has it at another place' : 'does not have it'}: “${quotation.slice(0, 200)}”`,
    ]),
  ),
  ...words(report),
]
