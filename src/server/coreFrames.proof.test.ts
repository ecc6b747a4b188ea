import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { wrongFrames } from '#core/handlers/fixtures/wrongFrames'
import type { ArchiveSession } from '#core/process/archiveSession'
import type { Frame } from '#core/process/messages'
import { createBuiltSession, dial } from './fixtures/builtCore'
import type { FrameLine } from './forkedCore'

/** Says frames on lines of a core, a new line whenever the last was ended. */
const createTalker = (session: ArchiveSession<FrameLine>) => {
  let say: ((frame: Frame) => void) | undefined
  const open = (): Promise<(frame: Frame) => void> =>
    new Promise((opened, refused) => {
      let toCore: (frame: Frame) => void = () => undefined
      session.give({
        send: () => opened(toCore),
        onFrame: (listener) => (toCore = listener),
        onEnd: () => undefined,
        end: () => {
          say = undefined
          refused(new Error('the core ended its line before it said a word'))
        },
        refuse: ({ message }) => refused(new Error(message)),
      })
    })
  return {
    say: async (frame: Frame): Promise<void> => {
      say ??= await open()
      say(frame)
    },
  }
}

/** What was said before is worked off once this is answered: it goes by the same channel. */
const answers = async (session: ArchiveSession<FrameLine>, isWhole: boolean): Promise<void> => {
  const { client } = await dial(session)
  if (isWhole) await client.library.describe({})
}

/** The first of the two: what is waited for, or the end of a core that was not asked to end. */
const unlessEnded = async (answer: Promise<void>, ended: Promise<never>): Promise<void> =>
  Promise.race([answer, ended])

const tellAll =
  (core?: string) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'cuttings-frames-'))
    let toldEnd: (error: Error) => void = () => undefined
    const ended = new Promise<never>((_never, refused) => (toldEnd = refused))
    ended.catch(() => undefined)
    const session = createBuiltSession({
      archive: join(folder, 'A'),
      create: true,
      onFork: (child) => child.once('exit', () => toldEnd(new Error('the core ended'))),
      ...(core === undefined ? {} : { core }),
    })
    await session.reopen()
    const talker = createTalker(session)
    const frames = fc.sample<string | Uint8Array<ArrayBuffer>>(wrongFrames, { numRuns: size, seed })
    try {
      for (const [at, frame] of frames.entries()) {
        tally.tried()
        await unlessEnded(talker.say(frame), ended)
        if (at % 50 !== 49 && at !== frames.length - 1) continue
        await unlessEnded(answers(session, core === undefined), ended)
      }
    } catch (error) {
      tally.failed(
        `after ${JSON.stringify(frames.slice(0, tally.count()).at(-1))?.slice(0, 200)}: ${String(error)}`,
      )
    } finally {
      await session.close()
      await rm(folder, { recursive: true, force: true })
    }
  }

proof('no frame that a page can say ends the process that holds the archive', {
  promise: 4,
  sizes: { small: 150, ci: 10_000, full: 100_000 },
  run: tellAll(),
  controls: {
    'a core that takes any frame for a message': tellAll(
      join(import.meta.dirname, 'fixtures/carelessCore.mjs'),
    ),
  },
})
