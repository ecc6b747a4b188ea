import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { commands, type Command, type CommandId } from '../commands/commands'

export interface CommandHandler {
  readonly run: () => void
  /** Absent: whenever the handler is there. */
  readonly when?: () => boolean
}

/** Who does what: the registry's commands and the handlers that views put behind them while they are shown. */
export const useCommandsStore = defineStore('commands', () => {
  const handlers = shallowReactive(new Map<CommandId, readonly CommandHandler[]>())

  /** The newest handler of a command wins; call the answer to take it back. */
  const handle = (id: CommandId, handler: CommandHandler): (() => void) => {
    handlers.set(id, [...(handlers.get(id) ?? []), handler])
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((one) => one !== handler),
      )
    }
  }

  const handlerOf = (id: CommandId): CommandHandler | undefined =>
    handlers.get(id)?.findLast((handler) => handler.when?.() ?? true)

  const isAvailable = (id: CommandId): boolean => handlerOf(id) !== undefined

  const run = (id: CommandId): boolean => {
    const handler = handlerOf(id)
    handler?.run()
    return handler !== undefined
  }

  const available = (): readonly (Command & { readonly id: CommandId })[] =>
    commands.filter((command) => isAvailable(command.id))

  return { handle, isAvailable, run, available }
})
