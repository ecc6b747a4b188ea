import { ref, watch, type Ref } from 'vue'

export interface OptionKeys {
  /** -1 while the field itself is active. */
  readonly active: Ref<number>
  /** Whether the press was one for the list. */
  readonly press: (event: KeyboardEvent) => boolean
}

export interface OptionKeysOptions {
  readonly count: () => number
  readonly choose: (index: number) => void
  readonly close: () => void
}

/** Keys of a field with a list of options below it (ARIA combobox): the focus stays in the field. */
export const useOptionKeys = ({ count, choose, close }: OptionKeysOptions): OptionKeys => {
  const active = ref(-1)
  watch(count, () => (active.value = -1))

  const press = ({ key }: KeyboardEvent): boolean => {
    if (count() === 0) return false
    const isChosen = active.value >= 0
    // Below the last option one goes on to what lies below the field.
    if (key === 'ArrowDown' && active.value < count() - 1) active.value += 1
    else if (key === 'ArrowUp') active.value = isChosen ? active.value - 1 : count() - 1
    else if (key === 'Escape') close()
    else if (isChosen && (key === 'Enter' || key === 'Tab')) choose(active.value)
    else return false
    return true
  }

  return { active, press }
}
