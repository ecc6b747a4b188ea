import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { bridgeName, type Bridge, type PortArrival } from '#shared/bridge'
import type { Offered } from '#shared/contract/host'

/**
 * All that a page can reach. No channel name and no path ever comes from it: a line is one of two names that main checks,
 * and the path of a dropped file is what the system says, which a file made by a script does not have.
 */
const bridge: Bridge<File> = Object.freeze({
  connect: (line) => {
    const { port1, port2 } = new MessageChannel()
    ipcRenderer.postMessage('cuttings:line', line, [port1])
    const arrival: PortArrival = { type: bridgeName, line }
    window.postMessage(arrival, location.origin, [port2])
  },
  adoptDrop: async (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file))
    return (await ipcRenderer.invoke('cuttings:drop', paths)) as (Offered | null)[]
  },
} satisfies Bridge<File>)

contextBridge.exposeInMainWorld(bridgeName, bridge)
