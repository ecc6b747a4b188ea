import { onBeforeUnmount } from 'vue'
import type { CommandId } from '../commands/commands'
import { useCommandsStore } from '../stores/commandsStore'

/** While this component is shown, `run` is what the command does. */
export const useCommand = (id: CommandId, run: () => void, when?: () => boolean): void => {
  const stop = useCommandsStore().handle(id, { run, ...(when ? { when } : {}) })
  onBeforeUnmount(stop)
}
