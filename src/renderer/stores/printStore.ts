import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PrintablePage } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import type { MadePack } from './exportStore'

/** A PDF that was printed here, and the token by which it can be shown. */
export interface MadePdf {
  readonly token: string
  readonly name: string
  readonly pages: number
  readonly bytes: number
}

/** The pages of the pack that was made which can be printed, and how that goes. */
export const usePrintStore = defineStore('print', () => {
  const { host } = useServices().connection
  const pages = shallowRef<readonly PrintablePage[]>([])
  const made = shallowRef<readonly MadePdf[]>([])
  const error = shallowRef<ErrorReport>()
  /** The number of the page that is being printed. */
  const printing = ref<number>()
  const wasCancelled = ref(false)
  let token: string | undefined
  let stop: AbortController | undefined

  const attempt = async <Value>(call: () => Promise<Value>): Promise<Value | undefined> => {
    error.value = undefined
    wasCancelled.value = false
    try {
      return await call()
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    }
  }

  /** An encrypted pack is not opened: what is printed of it would lie open. */
  const look = async (pack: MadePack | undefined): Promise<void> => {
    token = pack?.token
    pages.value = []
    made.value = []
    const asked = token
    if (asked === undefined || pack?.encrypted) return
    const found = await attempt(() => host.printablePages({ token: asked }))
    if (token === asked) pages.value = found ?? []
  }

  const print = async (number: number): Promise<void> => {
    const asked = token
    if (asked === undefined || printing.value !== undefined) return
    const { signal } = (stop = new AbortController())
    printing.value = number
    const pdf = await attempt(() => host.printPage({ token: asked, number }, { signal }))
    printing.value = undefined
    if (signal.aborted) {
      error.value = undefined
      wasCancelled.value = true
    }
    if (pdf && token === asked) made.value = [...made.value, pdf]
  }

  return {
    pages,
    made,
    error,
    printing,
    wasCancelled,
    look,
    print,
    cancel: () => stop?.abort(),
    /** The address at which a page stands for the browser to print. */
    open: (number: number) =>
      attempt(async () => (await host.openPage({ token: token ?? '', number })).address),
    reveal: (pdf: MadePdf) => attempt(() => host.reveal({ token: pdf.token })),
  }
})
