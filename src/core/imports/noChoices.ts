import type { PlanChoices } from './types'

/** A plan as it stands: all of it comes in, and nothing of it in the place of what is held. */
export const noChoices: PlanChoices = { leaveOut: [], separate: [], take: [] }
