import { checkerPage } from '#core/exporters/sealing/checkerPage'
import type { LeftOut } from '#shared/packProfiles'
import { leftOutLine } from './leftOutWords'
import { verifyText } from './verifyText'

export interface BagFacts {
  readonly date: string
  readonly identifier: string
  readonly agent: string
  readonly profile: string
  readonly leftOut?: LeftOut
  readonly title: string
  readonly payloadBytes: number
  readonly payloadFiles: number
}

/** A bag-info value stands on one line. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const bagInfo = (facts: BagFacts): string => {
  const leftOut = leftOutLine(facts.leftOut ?? {})
  return [
    ['Bag-Software-Agent', facts.agent],
    ['Bagging-Date', facts.date.slice(0, 10)],
    ['External-Description', facts.title],
    ['External-Identifier', `urn:uuid:${facts.identifier}`],
    ['Payload-Oxum', `${facts.payloadBytes}.${facts.payloadFiles}`],
    ['X-Pack-Date', facts.date],
    ...(leftOut === '' ? [] : [['X-Pack-Left-Out', leftOut]]),
    ['X-Pack-Profile', facts.profile],
    ['X-Pack-Version', '1'],
  ]
    .map(([label, value]) => `${label}: ${oneLine(value ?? '')}\n`)
    .join('')
}

/** The tag files that do not depend on any other file's digest (RFC 8493, 2.1.1 and 2.2.2). */
export const bagFiles = (facts: BagFacts): ReadonlyMap<string, string> =>
  new Map([
    ['VERIFY.txt', verifyText],
    ['bag-info.txt', bagInfo(facts)],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['verify.html', checkerPage()],
  ])
