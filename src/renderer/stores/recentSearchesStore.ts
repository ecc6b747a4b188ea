import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

const most = 12

/** Searches that led to an item, newest first. They are kept while the page is open and written nowhere: who one looks for is nobody's business. */
export const useRecentSearchesStore = defineStore('recentSearches', () => {
  const texts = shallowRef<readonly string[]>([])
  return {
    texts,
    remember: (text: string): void => {
      const words = text.trim()
      if (words !== '') texts.value = [words, ...texts.value.filter((one) => one !== words)].slice(0, most)
    },
  }
})
