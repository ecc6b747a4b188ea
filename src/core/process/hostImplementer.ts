import { randomUUID } from 'node:crypto'
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { hostContract } from '#shared/contract/host'
import { CuttingsError } from '#shared/errors'
import { checkInput } from '#core/handlers/checkInput'

export type Log = (message: string, cause?: unknown) => void

const asCuttingsError = (error: unknown, log: Log): CuttingsError => {
  if (error instanceof CuttingsError) return error
  if (error instanceof ORPCError && error.cause instanceof ValidationError)
    return new CuttingsError('bad-input', { reason: error.cause.issues[0]?.message ?? error.message })
  const reference = randomUUID().slice(0, 8)
  log(`unexpected, reference ${reference}`, error)
  return new CuttingsError('internal', { reference })
}

/** The border of a host's own operations: nothing gets out but the closed list of errors. */
export const createHostImplementer = (log: Log) =>
  implement(hostContract).use(async ({ next, procedure }, input) => {
    try {
      checkInput(procedure, input)
      return await next()
    } catch (error) {
      const { code, message, details } = asCuttingsError(error, log).toReport()
      throw new ORPCError(code, { defined: true, message, data: details })
    }
  })

export type HostImplementer = ReturnType<typeof createHostImplementer>
