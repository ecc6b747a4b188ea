import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** What is asked with each change of a text; an answer that comes late is dropped, and a failure is no answer. */
export const useAnswerWhileTyping = <Answer>(
  text: Readonly<Ref<string>>,
  ask: (text: string) => Promise<Answer>,
): ShallowRef<Answer | undefined> => {
  const answer = shallowRef<Answer>()
  let turn = 0
  watch(
    text,
    async (typed) => {
      const own = (turn += 1)
      try {
        const found = await ask(typed)
        if (own === turn) answer.value = found
      } catch {
        // What is done with the text tells by itself why it can't be.
        if (own === turn) answer.value = undefined
      }
    },
    { immediate: true },
  )
  return answer
}
