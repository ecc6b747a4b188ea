import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** Follows a value a task later, so that what shows it does not hold up what is shown first. The value at the start is there at once. */
export const useTaskLater = <Value>(value: () => Value): Readonly<ShallowRef<Value>> => {
  const followed = shallowRef(value()) as ShallowRef<Value>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(value, (next) => {
    clearTimeout(timer)
    timer = setTimeout(() => (followed.value = next))
  })
  onScopeDispose(() => clearTimeout(timer))
  return followed
}
