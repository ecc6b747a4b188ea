import type { StatedField, StatedItem } from './statedItem'

/** Values by field, and behind them others that hold where there are none, or stand beside them as alternatives. */
export const joinValues = (own: StatedItem['values'], behind: StatedItem['values']): StatedItem['values'] => {
  const all: Partial<Record<StatedField, readonly string[]>> = { ...own }
  for (const [field, values] of Object.entries(behind) as [StatedField, readonly string[]][])
    all[field] = [...(own[field] ?? []), ...values]
  return all
}
