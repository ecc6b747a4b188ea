import { dismiss, edit, merge, recall, split, undo } from './changeSources'
import type { Doing } from './doing'
import { dismissals, history, list, passages, proposals, show } from './readSources'

interface Action {
  readonly writes: boolean
  readonly run: (doing: Doing) => Promise<void>
}

export const sourceActions: ReadonlyMap<string, Action> = new Map([
  ['list', { writes: false, run: list }],
  ['show', { writes: false, run: show }],
  ['passages', { writes: false, run: passages }],
  ['proposals', { writes: false, run: proposals }],
  ['dismissals', { writes: false, run: dismissals }],
  ['history', { writes: false, run: history }],
  ['edit', { writes: true, run: edit }],
  ['merge', { writes: true, run: merge }],
  ['split', { writes: true, run: split }],
  ['dismiss', { writes: true, run: dismiss }],
  ['recall', { writes: true, run: recall }],
  ['undo', { writes: true, run: undo }],
])
