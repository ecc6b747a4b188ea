import { mapEventIterator } from '@orpc/client'
import { implement, ORPCError, ValidationError, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import { archiveContract, type ArchiveContract } from '#shared/contract/archive'
import type { ReportError } from '../jobs/types'
import { checkInput } from './checkInput'

export interface CrossingOptions {
  /** Throws where the archive's folder went away. */
  readonly mustBeThere: () => Promise<void>
  /** Throws where the archive can be read and not written. */
  readonly mustBeWritable: () => void
  readonly report: ReportError
  /** Told of the begin and the end of each call. */
  readonly touch: () => void
}

/** The contract, to be implemented area by area. */
export type ArchiveImplementer = ImplementerInternalWithMiddlewares<
  ArchiveContract,
  Record<never, never>,
  Record<never, never>
>

const toError = ({ code, message, details }: ErrorReport): ORPCError<string, unknown> =>
  new ORPCError(code, { defined: true, message, data: details })

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** The first thing that is wrong with an input, in words. */
const badInput = (error: ValidationError): CuttingsError => {
  const issue = error.issues[0]
  const where = (issue?.path ?? [])
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.')
  return new CuttingsError('bad-input', {
    reason: where ? `${where}: ${issue?.message}` : `${issue?.message}`,
  })
}

/**
 * The border that every operation crosses, whatever the host: refuses writes where the archive is read-only, and lets
 * nothing out but the closed list of errors.
 */
export const createImplementer = ({
  mustBeThere,
  mustBeWritable,
  report,
  touch,
}: CrossingOptions): ArchiveImplementer => {
  const cross = async (
    error: unknown,
    signal: AbortSignal | undefined,
  ): Promise<ORPCError<string, unknown>> => {
    if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)
      return toError(badInput(error.cause).toReport())
    if (signal?.aborted && !(error instanceof CuttingsError))
      return toError(new CuttingsError('cancelled').toReport())
    return toError(await report(error))
  }

  return implement(archiveContract).use(async ({ next, procedure, signal }, input) => {
    touch()
    try {
      checkInput(procedure, input)
      await mustBeThere()
      if (procedure['~orpc'].meta.effect === 'writes') mustBeWritable()
      const result = await next()
      if (!isStream(result.output)) return result
      const output = mapEventIterator(result.output, {
        value: (value) => Promise.resolve(value),
        error: (error) => cross(error, signal),
      })
      return { ...result, output }
    } catch (error) {
      throw await cross(error, signal)
    } finally {
      touch()
    }
  })
}
