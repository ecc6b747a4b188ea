import { compareHeardWords } from '#shared/fingerprint/fingerprintWords'
import { checkPack } from './checkPack'
import { part } from './elements'
import { openChosen, openDropped } from './openFiles'
import { reportView } from './reportView'
import { UnreadablePack, type CheckProgress, type DroppedPack } from './types'

// The script of verify.html: built to one text that stands in the page itself.
const app = part('app', HTMLElement)
const drop = part('drop', HTMLElement)
const running = part('running', HTMLElement)
const bar = part('bar', HTMLProgressElement)
const step = part('step', HTMLElement)
const result = part('result', HTMLElement)
const heard = part('heard', HTMLElement)
const heardWords = part('heard-words', HTMLTextAreaElement)
const heardAnswer = part('heard-answer', HTMLElement)
let stop = new AbortController()
let fingerprint: string | undefined

const showProgress = ({ done, total, bytes, totalBytes }: CheckProgress): void => {
  bar.max = Math.max(1, totalBytes)
  bar.value = bytes
  step.textContent = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`
}

const say = (error: unknown): void => {
  const text =
    error instanceof UnreadablePack
      ? error.message
      : `What was chosen cannot be read (${error instanceof Error ? error.message : String(error)}). Choose the zip or the folder by one of the buttons instead.`
  result.replaceChildren(stop.signal.aborted ? 'Stopped. Nothing is known about this pack.' : text)
}

const compareHeard = (): void => {
  const said = heardWords.value.trim()
  if (said === '' || fingerprint === undefined) {
    heardAnswer.textContent = ''
    return
  }
  const answer = compareHeardWords(said, fingerprint)
  if (answer.state === 'same') heardAnswer.textContent = 'The same: it is the pack that the sender speaks of.'
  else if (answer.state === 'other')
    heardAnswer.textContent = 'Not the same: these are the words of another pack, or this one was changed.'
  else if (answer.words.length > 0)
    heardAnswer.textContent = `Misheard: no fingerprint has the word “${answer.words.join('”, “')}”.`
  else
    heardAnswer.textContent =
      'Twelve words are wanted, and these do not fit each other. Ask for them once more.'
}

/** One check at a time; another one that begins ends the one before. */
const check = async (open: () => Promise<DroppedPack | undefined>): Promise<void> => {
  stop.abort()
  const own = new AbortController()
  stop = own
  running.hidden = false
  result.replaceChildren()
  fingerprint = undefined
  try {
    const pack = await open()
    if (!pack || own.signal.aborted) return
    const report = await checkPack(pack, { signal: own.signal, onProgress: showProgress })
    if (stop !== own) return
    result.replaceChildren(...reportView(pack.name, report))
    fingerprint = report.sha256
  } catch (error) {
    if (stop === own) say(error)
  } finally {
    if (stop === own) {
      running.hidden = true
      heard.hidden = fingerprint === undefined
      compareHeard()
    }
  }
}

for (const id of ['zip', 'folder'])
  part(id, HTMLInputElement).addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) void check(() => openChosen([...(target.files ?? [])]))
  })
part('cancel', HTMLButtonElement).addEventListener('click', () => stop.abort())
heardWords.addEventListener('input', compareHeard)

for (const name of ['dragenter', 'dragover'] as const)
  document.addEventListener(name, (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
document.addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) drop.classList.remove('over')
})
document.addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  const items = event.dataTransfer?.items
  if (items) void check(() => openDropped(items))
})

// What is said where scripts are off, or this one was kept from running, goes as the last step.
part('off', HTMLElement).hidden = true
app.hidden = false
