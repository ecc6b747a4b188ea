import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fakeSources } from '../../testing/fakeRecords'
import { fromFormFields, isAddress, toFormFields } from './sourceFormFields'

const line = fc.stringMatching(/^[\p{L}\d][\p{L}\d .]{0,20}$/u).map((text) => text.trim())
const fields = fc.record(
  {
    name: line,
    aliases: fc.array(line),
    warnings: fc.array(line),
    sourceKind: fc.constantFrom('agency' as const, 'person' as const),
    owner: line,
    houseNote: line,
    confidential: fc.constant(true as const),
  },
  { requiredKeys: ['name', 'aliases', 'warnings'] },
)

it('gives back a source that nobody changed', () => {
  fc.assert(
    fc.property(fields, (known) => {
      expect(fromFormFields(toFormFields({ id: '', kind: 'source', ...known }))).toEqual(known)
    }),
  )
})

it('leaves out what is empty', () => {
  const [source] = fakeSources
  if (!source) throw new TypeError('no source')
  const form = { ...toFormFields(source), aliases: ' \n\nEP \n', owner: '  ', warnings: '' }
  expect(fromFormFields(form)).toMatchObject({ aliases: ['EP'], warnings: [] })
  expect(Object.keys(fromFormFields(form))).not.toContain('owner')
})

it.each([
  ['', true],
  ['https://ap.example', true],
  ['ftp://ap.example', false],
  ['javascript:alert(1)', false],
  ['ap.example', false],
])('takes %j for an address: %s', (text, is) => expect(isAddress(text)).toBe(is))
