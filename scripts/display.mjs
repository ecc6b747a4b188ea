// Whether a window can be shown on Linux. The variables alone prove nothing: something must listen at the other end.
import { createConnection } from 'node:net'
import { join } from 'node:path'

const answers = (place) =>
  new Promise((resolve) => {
    const socket = createConnection(place)
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })

const hasWayland = ({ WAYLAND_DISPLAY: name, XDG_RUNTIME_DIR: folder = '' }) =>
  name ? answers({ path: name.startsWith('/') ? name : join(folder, name) }) : false

const hasX11 = async ({ DISPLAY: name = '' }) => {
  const [, host, number] = /^([^:]*):(\d+)/.exec(name) ?? []
  if (number === undefined) return false
  if (host && host !== 'unix') return answers({ host, port: 6000 + Number(number) })
  const path = `/tmp/.X11-unix/X${number}`
  return (await answers({ path })) || (await answers({ path: `\0${path}` }))
}

export const hasDisplay = async (env = process.env, platform = process.platform) =>
  platform !== 'linux' || (await hasWayland(env)) || (await hasX11(env))
