import { CuttingsError } from '#shared/errors'
import type { Failure } from './messages'

/** An error as it crosses from one thread to another: a thrown one of ours would come out without its code. */
export const failureOf = (error: unknown): Failure =>
  error instanceof CuttingsError
    ? { code: error.code, details: error.details, message: error.message }
    : { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }

/** The error again, on the other side. */
export const errorOf = ({ code, details, message }: Failure): Error =>
  code ? new CuttingsError(code, details) : new Error(message)
