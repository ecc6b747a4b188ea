import { useServices } from '../services'

/** The address from which a picture of the archive can be shown; undefined where it can't be had now. */
export const useOriginalAddress = (): ((sha256: string) => Promise<string | undefined>) => {
  const { connection } = useServices()
  return async (sha256) => {
    try {
      return (await connection.host.original({ sha256 })).address
    } catch {
      // The file is not held or the host can't serve it: the view says 'not held' in its place.
      return undefined
    }
  }
}
