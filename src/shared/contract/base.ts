import { oc } from '@orpc/contract'
import * as z from 'zod'
import type { ErrorCode } from '../errors'
import { sentences } from '../sentences'

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

export type ErrorMap = {
  readonly [code in ErrorCode]: { readonly message: string; readonly data: typeof details }
}

/** Every operation may answer with any code of the closed list, its sentence filled in as the message. */
const errorMap = Object.fromEntries(
  Object.entries(sentences).map(([code, message]) => [code, { message, data: details }]),
) as ErrorMap

/** `reads` never writes to the archive; `writes` is refused where the archive is read-only. */
export interface OperationMeta {
  readonly effect: 'reads' | 'writes'
}

const base = oc.$meta<OperationMeta>({ effect: 'reads' }).errors(errorMap)

export const reads = base
export const writes = base.meta({ effect: 'writes' })

/** What an error looks like inside a result: in a job's end, a report, a plan. */
export const errorReport = z.object({
  code: z.enum(Object.keys(sentences) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  details,
})

export const page = { offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(500).default(100) }
export const nothing = z.object({})

/** The record is not as the last event of its chain says; it is shown with a warning, and not edited. */
export const damaged = z.literal(true).optional()
