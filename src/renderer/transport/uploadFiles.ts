import { ORPCError } from '@orpc/client'
import type { Offered } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { sentences } from '#shared/sentences'

export interface UploadOptions {
  readonly signal?: AbortSignal
  readonly onBytes?: (done: number, total: number) => void
}

const failure = async (response: Response): Promise<ORPCError<string, unknown>> => {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json'))
    return new ORPCError('unavailable', {
      defined: true,
      message: sentences['unavailable'].replace('{reason}', `the server answered ${response.status}`),
    })
  const { error } = (await response.json()) as { readonly error: ErrorReport }
  return new ORPCError(error.code, { defined: true, message: error.message, data: error.details })
}

/** Hands files to the loopback server, one after another, each as the body of one request. */
export const uploadFiles = async (
  files: readonly File[],
  token: string,
  { signal, onBytes }: UploadOptions = {},
): Promise<readonly Offered[]> => {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const offered: Offered[] = []
  let done = 0
  for (const file of files) {
    // eslint-disable-next-line no-restricted-globals -- to the page's own origin, the only one its policy allows
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: file,
      signal: signal ?? null,
    })
    if (!response.ok) throw await failure(response)
    offered.push((await response.json()) as Offered)
    done += file.size
    onBytes?.(done, total)
  }
  return offered
}
