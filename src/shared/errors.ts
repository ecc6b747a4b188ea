import { sentences } from './sentences'

/** The closed list of what can be refused or go wrong, each with its sentence in `sentences.ts`. */
export type ErrorCode = keyof typeof sentences

/** Structured details: what fills the sentence. Never a stack, an absolute path of the archive or a cause. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>

/** What crosses the contract and stands in reports: a code, its sentence, and the details. */
export interface ErrorReport {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/** Fills `{name}` places of a sentence; a place without a detail stays readable. */
export const fillSentence = (sentence: string, details: ErrorDetails): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))

/** An error that a person can meet. Its message is the sentence of its code. */
export class CuttingsError extends Error {
  override readonly name = 'CuttingsError'

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(fillSentence(sentences[code], details), options)
  }

  toReport(): ErrorReport {
    return { code: this.code, message: this.message, details: this.details }
  }
}

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(sentences, code)

/** The refusals of a single file: results of a job, never the end of it. */
export const refusalCodes = [
  'unreadable',
  'not-found-file',
  'not-a-file',
  'link',
  'empty',
  'too-large',
  'changed',
  'unknown-format',
  'not-text',
  'damaged-file',
  'limit',
  'encrypted',
  'unsafe-container',
  'unsafe-name',
  'not-parseable',
  'parser-time',
  'parser-memory',
  'parser-died',
  'pack-unsafe',
  'pack-incomplete',
  'pack-changed',
  'pack-unverifiable',
  'passphrase-wanted',
  'passphrase-wrong',
  'encryption-damaged',
  'conflict',
] as const satisfies readonly ErrorCode[]
