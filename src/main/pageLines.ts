import { basename, isAbsolute } from 'node:path'
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from 'electron'
import * as z from 'zod'
import type { Greeting } from '#shared/bridge'
import type { Offered } from '#shared/contract/host'
import type { TokenTable } from '#core/process/tokenTable'
import type { PortLine } from './forkUtilityCore'
import { isOurPage } from './security/senders'

const lineName = z.enum(['archive', 'host'])
const paths = z.array(z.string().max(32_768)).max(10_000)

export interface PageLineOptions {
  readonly giveArchiveLine: (line: PortLine) => void
  readonly serveHostLine: (port: MessagePortMain) => void
  readonly tokens: TokenTable
}

const greet = (port: MessagePortMain, greeting: Greeting): void => port.postMessage(JSON.stringify(greeting))

const portLine = (port: MessagePortMain): PortLine => ({
  port,
  refuse: (error) => {
    port.start()
    greet(port, { greeting: 'refused', error })
    port.close()
  },
})

const adopt = (path: string, tokens: TokenTable): Offered | null =>
  isAbsolute(path) ? { token: tokens.adopt(path, 'import'), name: basename(path) } : null

/**
 * The two things that the preload can ask of main, on the line of its own window alone: from any frame of it but our own
 * page they are not heard, and no other window has anybody to ask.
 */
export const listenToPages = (ipc: Pick<IpcMain, 'on' | 'handle'>, options: PageLineOptions): void => {
  ipc.on('cuttings:line', ({ senderFrame, ports }: IpcMainEvent, name: unknown) => {
    const line = lineName.safeParse(name)
    const [port] = ports
    if (!port) return
    if (!isOurPage(senderFrame) || !line.success) return port.close()
    if (line.data === 'archive') return options.giveArchiveLine(portLine(port))
    options.serveHostLine(port)
    port.start()
    greet(port, { greeting: 'ready' })
  })
  ipc.handle('cuttings:drop', ({ senderFrame }: IpcMainInvokeEvent, given: unknown) => {
    const dropped = paths.safeParse(given)
    if (!isOurPage(senderFrame) || !dropped.success) return []
    return dropped.data.map((path) => adopt(path, options.tokens))
  })
}
