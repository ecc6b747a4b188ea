import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the one polite live region says. The same sentence twice is spoken twice. */
export const useStatusStore = defineStore('status', () => {
  const message = ref('')
  const turn = ref(0)
  const announce = (text: string): void => {
    message.value = text
    turn.value += 1
  }
  return { message, turn, announce }
})
