import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { openOutside } from './fixtures/openOutside'
import { disc, pngOf } from './fixtures/pictures'
import { expect, test } from './fixtures/test'
import { readZip, unpack, writeZip } from './fixtures/zips'
import { packOf } from './pages/packOf'
import { printOf } from './pages/printOf'
import { shellOf } from './pages/shellOf'

const headline = 'Ferry leaves from the north mole'
const story = `Annotated: ${headline}`
const words = 'The ferry carried forty passengers on its first day.'

/** An archive with one photo and one article that states a claim. */
const fill = async (
  archive: ArchiveFolder,
  text = `${headline}\n\n${words}\n\nSource: Reuters\n`,
): Promise<void> => {
  await archive.cli('init', archive.folder)
  const photo = await archive.write('quay.png', pngOf({ width: 90, height: 60, paint: disc(0.4) }))
  const article = await archive.write('ferry.txt', text)
  await archive.cli('import', photo, article)
  const { lines } = await archive.cli('list', '--kind', 'article')
  const id = String(lines[0]?.['id'])
  const place = ['--article', id, '--passage', '1', '--words', 'forty passengers']
  await archive.cli('claims', 'add', '--text', 'Forty people took the ferry.', '--type', 'number', ...place)
}

/** What pdftotext reads, where it is installed. */
const textOf = (pdf: string): Promise<string | undefined> =>
  promisify(execFile)('pdftotext', ['-layout', pdf, '-']).then(
    ({ stdout }) => stdout,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )

const pageCount = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('prints the annotated story and the contact sheet, or offers the pages that print', async ({
  archive,
  host,
  start,
}) => {
  await fill(archive)
  const running = await start()
  const { page } = running
  const [pack, print] = [packOf(page), printOf(page)]
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).packButton.click()
  await pack.scope('The whole archive').check()

  if (host === 'browser') {
    await pack.make.click()
    await expect(print.section).toContainText('This host makes no PDF.')
    const opening = page.context().waitForEvent('page')
    await print.open(story).click()
    const opened = await opening
    await expect(opened.getByRole('heading', { level: 1, name: headline })).toBeVisible()
    await expect(opened.getByText('Forty people took the ferry.')).toBeVisible()
    const sheetOpening = page.context().waitForEvent('page')
    await print.open('Contact sheet').click()
    const sheet = await sheetOpening
    await expect(sheet.getByRole('heading', { level: 1, name: 'Contact sheet' })).toBeVisible()
    const width = () => sheet.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)
    await expect.poll(width).toBe(90)
    return
  }

  for (const form of ['zip', 'folder'] as const) {
    const place = join(archive.scratch, form)
    await mkdir(place)
    await pack.pane.getByRole('radio', { name: form === 'zip' ? /^One zip file/ : /^A folder/ }).check()
    const bag = join(place, form === 'zip' ? 'pack.zip' : 'pack')
    await running.destination(bag)
    await pack.make.click()
    await expect(print.save(story)).toBeVisible()

    await running.destination(join(place, 'story.pdf'))
    await print.save(story).click()
    await expect(print.made('story.pdf')).toBeVisible()
    const pdf = await readFile(join(place, 'story.pdf'), 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pageCount(pdf)).toBe(1)
    expect(pdf).toContain(`/Title (${headline}: annotated)`)
    for (const part of ['/StructTreeRoot', '/Outlines', '/Lang']) expect(pdf).toContain(part)
    expect(pdf).not.toMatch(/pack:|file:|\/URI/)
    const text = await textOf(join(place, 'story.pdf'))
    if (text !== undefined)
      for (const part of [headline, words, 'Forty people took the ferry.', '1/1'])
        expect(text).toContain(part)

    await running.destination(join(place, 'sheet.pdf'))
    await print.save('Contact sheet').click()
    await expect(print.made('sheet.pdf')).toBeVisible()
    const sheet = await readFile(join(place, 'sheet.pdf'), 'latin1')
    expect(sheet).toMatch(/\/Subtype\s*\/Image/)
    expect((await readdir(place)).sort()).toEqual(
      [bag.slice(place.length + 1), 'sheet.pdf', 'story.pdf'].sort(),
    )
  }
  const zip = join(archive.scratch, 'zip', 'pack.zip')
  expect((await archive.cli('verify', zip)).lines.at(-1)).toMatchObject({ ok: true })
})

/** So long that printing it takes a while. */
const longStory = (): string =>
  [headline, words, ...Array.from({ length: 1500 }, (_, at) => `Paragraph ${at}: ${words}`)].join('\n\n')

test('stops printing on request and leaves no PDF, and prints the next one; a host that does not print has nothing to stop', async ({
  archive,
  host,
  start,
}) => {
  test.slow()
  await fill(archive, longStory())
  const running = await start()
  const { page } = running
  const [pack, print] = [packOf(page), printOf(page)]
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).packButton.click()
  await pack.scope('The whole archive').check()
  const place = join(archive.scratch, 'printed')
  await mkdir(place)
  await running.destination(join(place, 'pack.zip'))
  await pack.make.click()
  if (host === 'browser') {
    await expect(print.open(story)).toBeVisible({ timeout: 60_000 })
    await expect(print.cancel).toHaveCount(0)
    return
  }
  await expect(print.save(story)).toBeVisible({ timeout: 60_000 })
  await running.destination(join(place, 'story.pdf'))
  await print.save(story).click()
  await print.cancel.click()
  await expect(print.section).toContainText('Stopped on request. No PDF was left.')
  expect(await readdir(place)).toEqual(['pack.zip'])
  await running.destination(join(place, 'sheet.pdf'))
  await print.save('Contact sheet').click()
  await expect(print.made('sheet.pdf')).toBeVisible({ timeout: 60_000 })
  expect((await readdir(place)).sort()).toEqual(['pack.zip', 'sheet.pdf'])
})

/** What somebody could put into a page between its making and its printing. */
const hostileMarkup = (outside: string): string =>
  `<script>document.title = 'A script ran'; document.querySelector('h1').textContent = 'A script ran'</script>
<img src="${outside}/picture.png" onerror="document.title = 'A script ran'">
<link rel="stylesheet" href="${outside}/style.css"><iframe src="${outside}/frame"></iframe>`

/** Puts it into the annotated page of a zip, without the page's own policy, and into the manifest: only the printing is left to stop it. */
const plant = async (zip: string, outside: string): Promise<void> => {
  const files = new Map(await readZip(zip))
  const name = [...files.keys()].find((path) => path.endsWith('/annotated.html')) ?? ''
  const manifestName = [...files.keys()].find((path) => path.endsWith('/manifest-sha256.txt')) ?? ''
  const digest = (bytes: Buffer | undefined): string =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex')
  const before = files.get(name)
  const text = before?.toString('utf8').replace(/<meta http-equiv[^>]*>/, '')
  const after = Buffer.from(text?.replace('</main>', `${hostileMarkup(outside)}</main>`) ?? '')
  const manifest = files.get(manifestName)?.toString('utf8').replace(digest(before), digest(after))
  await writeZip(zip, files.set(name, after).set(manifestName, Buffer.from(manifest ?? '')))
}

test('lets no script run and nothing be loaded in a page that is printed', async ({
  anyBrowser,
  archive,
  host,
  noise,
  start,
}) => {
  noise.expect(/Content Security Policy|Refused to|Blocked script|net::ERR|violates|sandboxed/)
  await fill(archive)
  const running = await start()
  const { page } = running
  const [pack, print] = [packOf(page), printOf(page)]
  const outside = await openOutside()
  try {
    await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
    await shellOf(page).packButton.click()
    await pack.scope('The whole archive').check()
    await running.destination(join(archive.scratch, 'pack.zip'))
    await pack.make.click()
    await expect(print.section).toContainText(story)
    const place = host === 'browser' ? join(archive.folder, 'staging') : archive.scratch
    const [name = '', ...others] = (await readdir(place, { recursive: true })).filter((one) =>
      one.endsWith('.zip'),
    )
    expect(others).toEqual([])
    const zip = join(place, name)
    await plant(zip, outside.url)

    if (host === 'browser') {
      const opening = page.context().waitForEvent('page')
      await print.open(story).click()
      const opened = await opening
      await opened.waitForLoadState()
      await expect(opened.getByRole('heading', { level: 1, name: headline })).toBeVisible()
      expect(await opened.title()).toBe(`${headline}: annotated`)
    } else {
      const path = join(archive.scratch, 'story.pdf')
      await running.destination(path)
      await print.save(story).click()
      await expect(print.made('story.pdf')).toBeVisible()
      expect(await readFile(path, 'latin1')).toContain(`/Title (${headline}: annotated)`)
      expect((await textOf(path)) ?? '').not.toContain('A script ran')
    }
    expect(outside.seen).toEqual([])

    // The control: the same page in a browser, opened as a file, does all of it.
    const unpacked = join(archive.scratch, 'unpacked')
    const files = await readZip(zip)
    await unpack(files, unpacked)
    const planted = [...files.keys()].find((path) => path.endsWith('/annotated.html')) ?? ''
    const open = await anyBrowser.newPage()
    await open.goto(pathToFileURL(join(unpacked, planted)).href)
    expect(await open.title()).toBe('A script ran')
    await open.close()
    expect([...new Set(outside.seen)].sort()).toEqual(['/frame', '/picture.png', '/style.css'])
  } finally {
    await outside.close()
  }
})
