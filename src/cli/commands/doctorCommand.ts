import { doctorChecks } from '#core/verify/doctorChecks'
import type { Command } from '../types'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check everything, change nothing, say what to do',
  describe: (program) => program,
  run: ({ withApp, output, signal }) =>
    withApp('read', async ({ archive }) => {
      const checks = await doctorChecks(archive, { signal })
      for (const { check, ok, message } of checks)
        output.result({ check, ok, message }, `${ok ? 'ok      ' : 'problem '} ${check}: ${message}`)
      return checks.every(({ ok }) => ok) ? 0 : 1
    }),
}
