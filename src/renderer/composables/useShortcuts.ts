import { useEventListener } from '@vueuse/core'
import { commands, type CommandId } from '../commands/commands'
import { isSingleKey, matchShortcut } from '../commands/matchShortcut'
import { useCommandsStore } from '../stores/commandsStore'
import { useHostStore } from '../stores/hostStore'
import { useSettingsStore } from '../stores/settingsStore'

/** How long the second key of `G A` is waited for, in milliseconds. */
const patience = 1200

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Keys of the whole page to commands. What a component already handled (`defaultPrevented`) is left alone. */
export const useShortcuts = (): void => {
  const store = useCommandsStore()
  const host = useHostStore()
  const settings = useSettingsStore()
  let before: { readonly key: string; readonly at: number } | undefined

  const find = (press: KeyboardEvent): CommandId | 'begun' | undefined => {
    const typed = before && press.timeStamp - before.at < patience ? before.key : undefined
    const singles = settings.singleKeys && !isField(press.target)
    let begun: 'begun' | undefined
    for (const command of commands) {
      if ('keysInList' in command) continue
      for (const shortcut of command.shortcuts) {
        if (isSingleKey(shortcut) && !singles) continue
        const match = matchShortcut(shortcut, press, typed, host.platform === 'mac')
        // Several commands may share a key (`J`: next passage, photo or change): it is for the one that can be done.
        if (match === 'whole' && store.isAvailable(command.id)) return command.id
        if (match === 'begun') begun = 'begun'
      }
    }
    return begun
  }

  useEventListener(document, 'keydown', (press: KeyboardEvent) => {
    if (press.defaultPrevented || press.isComposing) return
    const found = find(press)
    before = found === 'begun' ? { key: press.key.toLowerCase(), at: press.timeStamp } : undefined
    if (found && found !== 'begun' && store.run(found)) press.preventDefault()
  })
}
