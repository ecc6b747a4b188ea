import { bridgeName, type Bridge, type Line, type PortArrival } from '#shared/bridge'
import type { Wire } from './openLine'

const isArrival = (data: unknown, line: Line): data is PortArrival =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === bridgeName &&
  'line' in data &&
  data.line === line

/** Asks the preload for a port, which comes as a message of this window to itself. */
const requestPort = (bridge: Bridge<File>, line: Line): Promise<MessagePort> =>
  new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports
      if (event.source !== window || event.origin !== location.origin) return
      if (!port || !isArrival(event.data, line)) return
      window.removeEventListener('message', onMessage)
      resolve(port)
    }
    window.addEventListener('message', onMessage)
    bridge.connect(line)
  })

/** A port of the desktop application as a wire. Its `close` event is how the end of the other process shows. */
export const openBridgeWire = async (bridge: Bridge<File>, line: Line): Promise<Wire> => {
  const port = await requestPort(bridge, line)
  return {
    send: (data) => port.postMessage(data),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data))
      port.start()
    },
    onEnd: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  }
}
