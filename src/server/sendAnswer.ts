import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ErrorReport } from '#shared/errors'
import { contentPolicy, foreignPolicy, permissionsPolicy } from '#shared/contentPolicy'
import type { PageFile } from '#core/process/pageFiles'
import { pictureHeadBytes, pictureType } from '#core/process/pictureType'
import type { Ticket } from './tickets'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

export const sendEmpty = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { ...always, 'content-length': 0 }).end()
}

export const sendHead = (response: ServerResponse, head: Readonly<Record<string, string | number>>): void => {
  response.writeHead(200, { ...always, ...head })
}

export const sendPageFile = (response: ServerResponse, file: PageFile, method: string): void => {
  response.writeHead(200, {
    ...always,
    'content-type': file.contentType,
    'content-length': file.body.length,
    'content-security-policy': contentPolicy("'self'"),
    'permissions-policy': permissionsPolicy,
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  })
  response.end(method === 'HEAD' ? undefined : file.body)
}

export const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  const body = Buffer.from(JSON.stringify(value))
  response
    .writeHead(status, {
      ...always,
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
    })
    .end(body)
}

export const sendError = (response: ServerResponse, status: number, error: ErrorReport): void =>
  sendJson(response, status, { error })

type Kind = 'download' | 'picture'

const downloadTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
}

const headOf = (kind: Kind, { name }: Ticket, type: string) =>
  kind === 'picture'
    ? { 'content-type': type, 'cache-control': 'private, max-age=600' }
    : {
        'content-type': downloadTypes[extname(name).toLowerCase()] ?? 'application/zip',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      }

/** Streams a file of the archive behind a ticket: a finished pack or table to save, or a picture of a known type to show. */
export const sendFile = async (response: ServerResponse, ticket: Ticket, kind: Kind): Promise<void> => {
  const file = await open(ticket.path, 'r').catch(() => undefined)
  if (!file) return sendEmpty(response, 404)
  try {
    const head = Buffer.alloc(pictureHeadBytes)
    await file.read(head, 0, head.length, 0)
    const type = pictureType(head)
    if (kind === 'picture' && !type) return sendEmpty(response, 415)
    const { size } = await file.stat()
    response.writeHead(200, {
      ...always,
      'content-security-policy': foreignPolicy,
      'content-length': size,
      ...headOf(kind, ticket, type ?? ''),
    })
    await pipeline(file.createReadStream({ start: 0, autoClose: false }), response)
  } finally {
    await file.close()
  }
}
