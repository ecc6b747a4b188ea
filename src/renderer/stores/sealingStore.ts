import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export type LockKind = 'none' | 'passphrase' | 'recipients'

export interface Sealing {
  readonly sign: boolean
  readonly lock?: { passphrase: string } | { recipients: string[] }
}

/** How the next pack is sealed. Its secrets are wiped once the pack is begun. */
export const useSealingStore = defineStore('sealing', () => {
  const sign = ref(false)
  const kind = ref<LockKind>('none')
  const passphrase = ref('')
  const repeated = ref('')
  const recipients = ref('')
  const lines = computed(() =>
    recipients.value
      .split(/\s+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const differs = computed(() => repeated.value !== '' && repeated.value !== passphrase.value)

  return {
    sign,
    kind,
    passphrase,
    repeated,
    recipients,
    differs,
    isLocked: computed(() => kind.value !== 'none'),
    isReady: computed(() => {
      if (kind.value === 'passphrase') return passphrase.value !== '' && repeated.value === passphrase.value
      return kind.value === 'none' || lines.value.length > 0
    }),
    /** What an export is asked for; what was typed is gone from here. */
    take: (): Sealing => {
      const lock =
        kind.value === 'passphrase'
          ? { passphrase: passphrase.value }
          : kind.value === 'recipients'
            ? { recipients: [...lines.value] }
            : undefined
      passphrase.value = ''
      repeated.value = ''
      return { sign: sign.value, ...(lock ? { lock } : {}) }
    },
  }
})
