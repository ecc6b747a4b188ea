import type { IncomingMessage, ServerResponse } from 'node:http'
import { CuttingsError } from '#shared/errors'
import type { Log } from '#core/process/hostImplementer'
import type { LedgerBook } from '#core/process/networkLedger'
import { readPageFile } from '#core/process/pageFiles'
import { bearerOf, declaresTooMuch, isNotForeignOrigin, isOurHost, isOurOrigin, isToken } from './guards'
import { receiveUpload, type UploadDependencies } from './receiveUpload'
import { sendPrinted } from './sendPrinted'
import { sendEmpty, sendError, sendFile, sendJson, sendPageFile } from './sendAnswer'
import type { Tickets } from './tickets'

export interface AnswerDependencies {
  /** `127.0.0.1:<port>`. */
  readonly authority: () => string
  readonly token: string
  /** Folder of the built pages. */
  readonly root: string
  readonly upload: UploadDependencies
  readonly downloads: Tickets
  readonly originals: Tickets
  readonly printed: Tickets
  readonly ledger: LedgerBook
  readonly log: Log
}

/** Answers nothing, and notes who asked. */
const turnAway = (
  response: ServerResponse,
  status: number,
  ledger: LedgerBook,
  what: string,
  where: string | undefined,
): void => {
  ledger.refuse(what, where ?? '')
  sendEmpty(response, status)
}

const upload = async (
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  dependencies: AnswerDependencies,
): Promise<void> => {
  const { headers } = request
  if (!isOurOrigin(request.headersDistinct, dependencies.authority()))
    return turnAway(response, 403, dependencies.ledger, 'origin', headers.origin)
  if (!isToken(bearerOf(headers), dependencies.token))
    return turnAway(response, 401, dependencies.ledger, 'token', 'upload')
  if (declaresTooMuch(headers, dependencies.upload.limit)) {
    response.setHeader('connection', 'close')
    return sendEmpty(response, 413)
  }
  const purpose = query.get('purpose') === 'verify' ? 'verify' : 'import'
  try {
    sendJson(
      response,
      200,
      await receiveUpload(request, query.get('name') ?? '', purpose, dependencies.upload),
    )
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    response.setHeader('connection', 'close')
    sendError(response, error.code === 'too-large' ? 413 : 409, error.toReport())
  }
}

const ticketed = async (
  response: ServerResponse,
  tickets: Tickets,
  name: string,
  kind: 'download' | 'picture',
): Promise<void> => {
  const ticket = tickets.take(name)
  if (ticket) await sendFile(response, ticket, kind)
  else sendEmpty(response, 404)
}

const printed = async (
  response: ServerResponse,
  tickets: Tickets,
  name: string,
  path: string,
): Promise<void> => {
  const ticket = tickets.take(name)
  if (ticket) await sendPrinted(response, ticket.path, path)
  else sendEmpty(response, 404)
}

const page = async (response: ServerResponse, root: string, pathname: string, method: string) => {
  const file = await readPageFile(root, pathname)
  if (file) sendPageFile(response, file, method)
  else sendEmpty(response, 404)
}

const route = async (
  request: IncomingMessage,
  response: ServerResponse,
  dependencies: AnswerDependencies,
): Promise<void> => {
  const authority = dependencies.authority()
  if (!isOurHost(request.headersDistinct, authority))
    return turnAway(response, 421, dependencies.ledger, 'host', request.headers.host)
  if (!isNotForeignOrigin(request.headersDistinct, authority))
    return turnAway(response, 403, dependencies.ledger, 'origin', request.headers.origin)
  // Split by hand: a URL parser would resolve `..` away before anyone saw it.
  const [pathname = '', query = ''] = (request.url ?? '').split('?', 2)
  const method = request.method ?? ''
  if (pathname === '/upload') {
    if (method !== 'POST') return sendEmpty(response, 405)
    return upload(request, response, new URLSearchParams(query), dependencies)
  }
  if (method !== 'GET' && method !== 'HEAD') return sendEmpty(response, 405)
  const [, area = '', ticket = '', ...rest] = pathname.split('/')
  if (area === 'download') return ticketed(response, dependencies.downloads, ticket, 'download')
  if (area === 'original') return ticketed(response, dependencies.originals, ticket, 'picture')
  if (area === 'printed') return printed(response, dependencies.printed, ticket, rest.join('/'))
  return page(response, dependencies.root, pathname, method)
}

/** Answers one request; a fault is logged in full and crosses as a bare 500. */
export const answerRequest = async (
  request: IncomingMessage,
  response: ServerResponse,
  dependencies: AnswerDependencies,
): Promise<void> => {
  try {
    await route(request, response, dependencies)
  } catch (error) {
    dependencies.log('a request could not be answered', error)
    if (response.headersSent) response.destroy()
    else sendEmpty(response, 500)
  }
}
