import { CuttingsError } from '#shared/errors'

/** Throws `style-unreadable`. */
export const refuseStyle = (reason: string): never => {
  throw new CuttingsError('style-unreadable', { reason })
}
