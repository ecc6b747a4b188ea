import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import type * as z from 'zod'
import { inputFile } from '#core/imports/importInput'
import {
  articleType,
  doubt,
  furniture,
  furnitureReason,
  passage,
  passageKind,
  slot,
  sourceLine,
  version,
} from '#shared/model/article'
import { citation, source, sourceKind } from '#shared/model/citation'
import { check, claim, claimStatus, claimType, evidence, evidenceRelation } from '#shared/model/claim'
import { event, eventAction } from '#shared/model/event'
import { note, noteTarget } from '#shared/model/note'
import { fileName, original } from '#shared/model/original'
import { photo } from '#shared/model/photo'
import { articleRecord } from '#shared/model/records'
import { reference } from '#shared/model/reference'
import { partialDate } from '#shared/model/scalars'
import { passageTarget, textSelector } from '#shared/model/selector'

const readme = readFileSync(resolve(import.meta.dirname, '../../archive/README.md'), 'utf8')

const records: Readonly<Record<string, z.ZodObject>> = {
  articleRecord,
  version,
  passage,
  sourceLine,
  slot,
  furniture,
  doubt,
  citation,
  photo,
  reference,
  source,
  claim,
  evidence,
  check,
  note,
  noteTarget,
  passageTarget,
  textSelector,
  original,
  fileName,
  event,
  partialDate,
  inputFile,
}

const unions = [
  articleType,
  passageKind,
  furnitureReason,
  sourceKind,
  claimType,
  claimStatus,
  evidenceRelation,
  eventAction,
]

const unnamed = (words: readonly string[]): string[] =>
  words.filter((word) => !readme.includes(`\`${word}\``))

it('names in archive/README.md every field that a record of a pack can have', () => {
  for (const [record, schema] of Object.entries(records))
    expect({ record, unnamed: unnamed(Object.keys(schema.shape)) }).toEqual({ record, unnamed: [] })
})

it('names in archive/README.md every value of the closed lists', () => {
  for (const union of unions) expect(unnamed(union.options)).toEqual([])
})

it('would notice a field that is not named (control)', () => {
  expect(unnamed(['headline', 'colour'])).toEqual(['colour'])
})
