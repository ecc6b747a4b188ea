import { describe, expect, it } from 'vitest'
import { readAddresses } from './addresses'
import { decodeWords } from './encodedWords'
import { readMailDate } from './mailDate'
import { readParameters } from './parameters'

describe('encoded words', () => {
  const words: readonly (readonly [string, string])[] = [
    ['plain =? text', 'plain =? text'],
    ['=?utf-8?q?a_b=20c?= d', 'a b c d'],
    ['=?UTF-8?B?w7w=?= =?utf-8?b?w7w=?=', 'üü'],
    ['=?utf-8?q?=C3?=\n =?utf-8?q?=BC?=', 'ü'],
    ['=?utf-8?q?=C3=BC?= x =?iso-8859-1?q?=FC?=', 'ü x ü'],
    ['=?utf-8?q?a?= =?iso-8859-1?q?=FC?=', 'aü'],
    ['=?iso-2022-jp?b?GyRCNEE7ehsoQg==?=', '漢字'],
    ['=?koi8-r?q?=C4=C1?=', 'да'],
    ['=?utf-8*en?q?a?=', 'a'],
    ['=?no-such?q?abc?=', 'abc'],
    ['=?utf-8?x?abc?=', '=?utf-8?x?abc?='],
    ['=?utf-8?b??=', ''],
  ]
  for (const [raw, decoded] of words)
    it(`reads ${JSON.stringify(raw)}`, () => expect(decodeWords(raw)).toBe(decoded))
})

describe('parameters', () => {
  const fields: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['Text/Plain; Charset="UTF-8"', 'text/plain', { charset: 'UTF-8' }],
    ['attachment; filename="a;b\\"c.txt"; x', 'attachment', { filename: 'a;b"c.txt' }],
    ['attachment; filename=This is a test.txt', 'attachment', { filename: 'This is a test.txt' }],
    ['a/b; name==?utf-8?q?=C3=BC?=', 'a/b', { name: 'ü' }],
    ["a/b; name*=iso-8859-1'de'%FC%zz", 'a/b', { name: 'ü%zz' }],
    ["a/b; name*1*=%C3; name*0*=utf-8''%C3%BC-; name*2=%BC", 'a/b', { name: 'ü-\ufffd%BC' }],
    ["a/b; name=old; name*=utf-8''new; name=older", 'a/b', { name: 'new' }],
    ['multipart/mixed; boundary="a b', 'multipart/mixed', { boundary: 'a b' }],
    ['', '', {}],
  ]
  for (const [field, value, parameters] of fields)
    it(`reads ${JSON.stringify(field)}`, () => {
      const read = readParameters(field)
      expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters])
    })
})

describe('addresses', () => {
  const fields: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['ada@example.org', [['', 'ada@example.org']]],
    [
      '"Miller, Ada" <ada@example.org>, tom@example.org',
      [
        ['Miller, Ada', 'ada@example.org'],
        ['', 'tom@example.org'],
      ],
    ],
    ['Miller, Ada <ada@example.org>', [['Miller, Ada', 'ada@example.org']]],
    ['ada@example.org (Ada (of the desk) Miller)', [['Ada (of the desk) Miller', 'ada@example.org']]],
    ['=?utf-8?q?Ada_M=C3=BCller?= <ada@example.org>', [['Ada Müller', 'ada@example.org']]],
    [
      'Group: a@b.example, B <b@b.example>; c@b.example',
      [
        ['', 'a@b.example'],
        ['B', 'b@b.example'],
        ['', 'c@b.example'],
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['(nobody)', []],
    ['<@relay.example:ada@example.org>', [['', 'ada@example.org']]],
    ['"a b"@example.org', [['', '"a b"@example.org']]],
    ['ada @ example . org', [['', 'ada@example.org']]],
    ['Ada Miller ada@example.org', [['Ada Miller', 'ada@example.org']]],
    ['Ada', [['Ada', '']]],
    ['"open <ada@example.org>', [['open', 'ada@example.org']]],
  ]
  for (const [field, expected] of fields)
    it(`reads ${field}`, () => {
      expect(readAddresses(field).map(({ name = '', address = '' }) => [name, address])).toEqual(expected)
    })
})

describe('dates of mails', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ['Tue, 5 Mar 2024 08:15:00 +0100', '2024-03-05T07:15:00.000Z'],
    ['5 Mar 2024 08:15 EST', '2024-03-05T13:15:00.000Z'],
    ['Fri, 21 Nov 97 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06.000Z'],
    ['Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)', '1969-02-14T03:02:00.000Z'],
    ['1 Jan 00 00:00:00 +0000', '2000-01-01T00:00:00.000Z'],
    ['31 Dec 1998 23:59:60 +0000', '1999-01-01T00:00:00.000Z'],
    ['5 Mar 2024 08:15:00', '2024-03-05'],
    ['5 Mar 2024 08:15:00 QQQ', '2024-03-05'],
    ['5 Mar 2024 28:15:00 +0000', '2024-03-05'],
    ['2024-03-05T08:15:00+01:00', '2024-03-05T07:15:00.000Z'],
    ['30 Feb 2024 08:15:00 +0000', undefined],
    ['yesterday', undefined],
  ]
  for (const [literal, edtf] of dates)
    it(`reads ${literal}`, () => expect(readMailDate(literal)?.edtf).toBe(edtf))
})
