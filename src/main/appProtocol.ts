import { contentPolicy, permissionsPolicy } from '#shared/contentPolicy'
import { readPageFile } from '#core/process/pageFiles'

/** Answers `app://bundle/...` from the built pages, with the content policy on each. */
export const answerAppRequest = async (root: string, request: Request): Promise<Response> => {
  const { host, pathname } = new URL(request.url)
  const file = host === 'bundle' && request.method === 'GET' ? await readPageFile(root, pathname) : undefined
  if (!file) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(file.body), {
    headers: {
      'content-type': file.contentType,
      'content-security-policy': contentPolicy("'none'"),
      'permissions-policy': permissionsPolicy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
