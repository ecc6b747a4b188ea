import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { readWith } from '../fixtures/readWith'
import { ninjsImporter } from './ninjsImporter'

type Json = Readonly<Record<string, unknown>>

const folder = sharedFolder('corpora/ninjs')
const own = join(import.meta.dirname, 'fixtures/harbour-1.json')
const shared =
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name))

/** Every string below a value whose name fits, in any version's spelling. */
const valuesOf = (json: Json, name: RegExp): string[] =>
  Object.entries(json).flatMap(([key, value]) => {
    if (!name.test(key)) return []
    if (typeof value === 'string') return [value]
    return Object.values(value as object).flatMap((one) =>
      typeof one === 'string'
        ? [one]
        : [(one as { readonly value?: string; readonly name?: string }).value ?? ''],
    )
  })

const lettersOf = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('')

/** Letters of a text without its markup, by rules of this test's own. */
const wordsOf = (text: string): string =>
  lettersOf(
    text
      .replace(/<(head|HEAD|figure|h1)\b[^]*?<\/\1>|<div class="dat">[^]*?<\/div>|<[^>]*>/g, ' ')
      .replace(/&(?:nbsp|#160);/g, ' ')
      .replace(/&amp;/g, '&'),
  )

const isPicture = (json: Json): boolean => /^(?:picture|graphic)$/.test(String(json['type']))

describe('the ninjs importer, over its own example and those of IPTC,', () => {
  for (const path of [own, ...shared])
    it(`keeps what ${path.slice(path.indexOf('ninjs/') + 6)} says`, async () => {
      const bytes = readFileSync(path)
      const json = JSON.parse(bytes.toString('utf8')) as Json
      expect(ninjsImporter.recognise(bytes.subarray(0, 65_536), 'a')).toBeGreaterThanOrEqual(0.9)
      const bodies = valuesOf(json, /^bod(?:y_.*|ies)$/)
      const isRefused = bodies.length === 0 && /^(?:event|audio|undefined)$/.test(String(json['type']))
      if (isRefused) {
        const refused = readWith(ninjsImporter, bytes, basename(path))
        await expect(refused).rejects.toBeInstanceOf(CuttingsError)
        await expect(refused).rejects.toMatchObject({ code: 'unknown-format' })
        return
      }
      const items = await readWith(ninjsImporter, bytes, basename(path))
      const [item] = items
      const dates = valuesOf(json, /^(?:version|first)created$/i).map((date) => new Date(date).toISOString())
      const headlines = valuesOf(json, /^headlines?(?:_main)?$/)
      if (isPicture(json)) {
        if (item?.kind !== 'photo') throw new Error(`${item?.kind} for a picture`)
        expect(item.fields['headline']).toBe(headlines[0])
        const { versionCreated = '', firstCreated = versionCreated } = item.fields
        for (const date of dates)
          expect([versionCreated, firstCreated].map((one) => new Date(one).toISOString())).toContain(date)
        expect(valuesOf(json, /^descriptions?(?:_text)?$/).map(lettersOf)).toContain(
          lettersOf(item.fields['description'] ?? ''),
        )
        return
      }
      if (item?.kind !== 'article') throw new Error(`${item?.kind} for a text`)
      const { fields, passages, slots } = item
      if (headlines.length > 0) expect(fields.headline).toBe(headlines[0])
      for (const date of dates) expect([fields.published?.edtf, fields.modified?.edtf]).toContain(date)
      const kept = lettersOf(
        passages
          .filter(({ passageKind }) => passageKind !== 'summary')
          .map(({ text }) => text)
          .join(' '),
      )
      if (bodies.length > 0) expect(bodies.map(wordsOf)).toContain(kept)
      const summaries = passages
        .filter(({ passageKind }) => passageKind === 'summary')
        .map(({ text }) => lettersOf(text))
      expect(valuesOf(json, /^descriptions?(?:_text)?$/).map(lettersOf)).toEqual(summaries)
      const associations = Object.values((json['associations'] ?? {}) as Record<string, Json>).filter(
        isPicture,
      )
      expect(slots).toHaveLength(associations.length)
      for (const [index, association] of associations.entries()) {
        const hrefs = Object.values((association['renditions'] ?? {}) as Record<string, Json>).map(
          ({ href }) => href,
        )
        expect(hrefs).toContain(slots[index]?.address)
        const [caption] = valuesOf(association, /^descriptions?(?:_text|_main)?$/)
        expect(lettersOf(slots[index]?.caption ?? '')).toBe(lettersOf(caption ?? ''))
      }
    })
})
