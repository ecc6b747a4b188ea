import { describe, expect, it } from 'vitest'
import type { JobState } from '#shared/contract/jobs'
import { createTaskbar, taskbarProgress } from './taskbar'

const job = (id: string, done: number, total: number, more: Partial<JobState> = {}): JobState => ({
  id,
  kind: 'import',
  state: 'running',
  startedAt: '2026-01-01T00:00:00.000Z',
  progress: { done, total, bytes: 0, totalBytes: 0 },
  results: 0,
  ...more,
})

const setUp = () => {
  const shown: number[] = []
  let calls = 0
  const taskbar = createTaskbar({
    setProgress: (progress) => void shown.push(progress),
    callAttention: () => void (calls += 1),
  })
  return { taskbar, shown, calls: () => calls }
}

describe('the taskbar', () => {
  it('shows the share of all that runs, and that something runs where no total is known', () => {
    expect(taskbarProgress([job('a', 1, 4), job('b', 3, 4)])).toBe(0.5)
    expect(taskbarProgress([job('a', 0, 0)])).toBe(2)
    expect(taskbarProgress([])).toBe(-1)
    expect(taskbarProgress([job('a', 5, 4)])).toBe(1)
  })

  it('calls once when work ends, and not for a dry run', () => {
    const { taskbar, shown, calls } = setUp()
    taskbar.onJob(job('a', 1, 2))
    taskbar.onJob(job('a', 2, 2, { state: 'done' }))
    taskbar.onJob(job('a', 2, 2, { state: 'done' }))
    taskbar.onJob(job('b', 1, 2, { kind: 'plan' }))
    taskbar.onJob(job('b', 2, 2, { kind: 'plan', state: 'done' }))
    expect([shown, calls()]).toEqual([[0.5, -1, -1, 0.5, -1], 1])
  })

  it('forgets the jobs of an archive that was closed', () => {
    const { taskbar, shown } = setUp()
    taskbar.onJob(job('a', 1, 2))
    taskbar.clear()
    taskbar.onJob(job('b', 3, 4))
    expect(shown).toEqual([0.5, -1, 0.75])
  })
})
