import { createORPCClient } from '@orpc/client'
import { bridgeName, type Bridge, type Line } from '#shared/bridge'
import type { ArchiveClient } from '#shared/contract/archive'
import type { HostClient } from '#shared/contract/host'
import { CuttingsError } from '#shared/errors'
import { openBridgeWire } from './bridgeWire'
import { createListeners } from './createListeners'
import { openLine, type Wire } from './openLine'
import { openSocketWire } from './socketWire'
import { SteadyLink } from './steadyLink'
import { takeToken } from './takeToken'
import type { HostConnection, LostReason } from './types'
import { uploadFiles } from './uploadFiles'

interface Way {
  readonly openWire: (line: Line) => Wire | Promise<Wire>
  readonly offerFiles: HostConnection['offerFiles']
  readonly sleep: (milliseconds: number) => Promise<void>
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const findWay = (): Way => {
  const bridge = (window as { readonly [bridgeName]?: Bridge<File> })[bridgeName]
  if (bridge)
    return {
      openWire: (line) => openBridgeWire(bridge, line),
      offerFiles: (files) => bridge.adoptDrop(files),
      sleep,
    }
  const token = takeToken(location, history, sessionStorage)
  if (token === undefined)
    throw new CuttingsError('unavailable', {
      reason: 'this address has no token; open the whole address that the program printed',
    })
  return {
    openWire: (line) => openSocketWire(token, line),
    offerFiles: (files, options) => uploadFiles(files, token, options),
    sleep,
  }
}

/** Makes the page's connection to its archive and its host, in the desktop application and in a browser. */
export const connectBy = ({ openWire, offerFiles, sleep }: Way): HostConnection => {
  const lost = createListeners<LostReason>()
  const restored = createListeners<void>()
  const hostGone = createListeners<void>()
  const open = async (line: Line) => openLine(await openWire(line))
  const archive = new SteadyLink({
    open: () => open('archive'),
    onLost: lost.tell,
    onRestored: () => restored.tell(),
    onGone: () => {
      // The host's own line tells whether there is still a host.
    },
    sleep,
  })
  const host = new SteadyLink({
    open: () => open('host'),
    onLost: () => undefined,
    onRestored: () => undefined,
    onGone: () => hostGone.tell(),
    sleep,
  })
  return {
    archive: createORPCClient<ArchiveClient>(archive),
    host: createORPCClient<HostClient>(host),
    offerFiles,
    onLost: lost.listen,
    onRestored: restored.listen,
    onHostGone: hostGone.listen,
    close: () => {
      archive.close()
      host.close()
    },
  }
}

export const connect = async (): Promise<HostConnection> => connectBy(findWay())
