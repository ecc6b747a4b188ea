const doors = ['inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'remote-debugging-port']
const pipes = ['remote-debugging-pipe', 'remote-debugging-address', 'js-flags']

/** A switch with which someone else could drive the packaged application; undefined where there is none. */
export const debuggingDoor = (args: readonly string[]): string | undefined =>
  args.find((arg) => {
    const name = /^--?([a-z-]+)(?:=|$)/i.exec(arg)?.[1]?.toLowerCase()
    return name !== undefined && (doors.includes(name) || pipes.includes(name))
  })
