import { CuttingsError } from '#shared/errors'
import { checkStyle, cite } from './cite'
import type { CitingAnswer, CitingQuestion } from './citing'
import type { Engines } from './createEngines'

/** Whatever a style makes citeproc throw is a reason to refuse it; its own words may quote the file, so they stay short. */
const reasonOf = (error: unknown): string => {
  if (error instanceof CuttingsError) return String(error.details['reason'] ?? error.message)
  const said = error instanceof Error ? error.message : String(error)
  return said.replace(/\s+/g, ' ').slice(0, 200) || 'the processor could not read it'
}

/** Answers one question of the core, in the worker. */
export const answerQuestion = async (question: CitingQuestion, engines: Engines): Promise<CitingAnswer> => {
  const { id } = question
  try {
    return question.type === 'cite'
      ? { id, cited: await cite(question.request, engines.engineFor) }
      : { id, facts: await checkStyle(question.xml) }
  } catch (error) {
    engines.forget()
    return { id, refusal: reasonOf(error) }
  }
}
