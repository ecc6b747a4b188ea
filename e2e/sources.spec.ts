import { axeFaults } from './fixtures/axeFaults'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { sourceOf } from './pages/sourceOf'
import { spellingsOf } from './pages/spellingsOf'

const story = `Ferry stops for the winter

The ferry stops on the first of the month, and nobody says for how long.

Source: T.A.S.S., Coastal Wire

It will be towed to the upper yard when the ice allows that.

Source: TASS News

A bus goes instead, from the old quay to the new one, at each full hour.

Source: Coastal Wire
`

test('edits a source with its warning, and shows that wherever it is cited', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const library = libraryOf(page)
  const source = sourceOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await importOf(page).start(running, [await archive.write('ferry.txt', story)])
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/2$/)

  await shell.entry('Sources').click()
  await library.row('Coastal Wire').click()
  await expect(source.name).toHaveText('Coastal Wire')
  await source.edit.press('Enter')
  await expect(source.field('Name')).toBeFocused()
  await source.field('To look at').fill('Place names are not to be relied on')
  await source.field('Owned or run by').fill('A shipping company')
  await source.field('House note').fill('وكالة الساحل')
  expect(await axeFaults(page)).toEqual([])
  await source.save.click()
  await expect(source.said).toHaveText('Coastal Wire was changed.')
  await expect(source.edit).toBeFocused()
  await expect(source.warnings).toContainText('Place names are not to be relied on')
  await expect(source.pane).toContainText('A shipping company')

  await shell.entry('Articles').click()
  await library.row('Ferry stops').click()
  const reading = readingOf(page)
  await expect(
    reading.passage('3').getByRole('button', { name: /^Coastal Wire, printed citation/ }),
  ).toHaveAccessibleName('Coastal Wire, printed citation. To look at: Place names are not to be relied on')
  await reading.passageLink('3').click()
  await expect(reading.passage('3')).toContainText('Coastal Wire: Place names are not to be relied on')

  await reading
    .passage('3')
    .getByRole('button', { name: /Open source|Open Coastal Wire/ })
    .click()
  await expect(source.warnings).toBeVisible()
})

test('proposes spellings, merges them when told to, keeps the words as printed, and undoes it', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const library = libraryOf(page)
  const spellings = spellingsOf(page)
  const source = sourceOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  const count = Number(
    await shell
      .entry('Sources')
      .innerText()
      .then((text) => /\d+/.exec(text)?.[0]),
  )
  await importOf(page).start(running, [await archive.write('ferry.txt', story)])
  await importOf(page).commit.click()
  await expect(shell.entry('Sources')).toHaveText(new RegExp(`${count + 3}$`))
  await expect(spellings.entry).toHaveText(/1$/)

  await spellings.entry.click()
  await expect(spellings.groups).toHaveCount(1)
  const group = spellings.groups.first()
  await expect(group).toContainText('2 sources')
  expect(await axeFaults(page)).toEqual([])
  await group.getByRole('button', { name: 'These are different' }).click()
  await expect(spellings.pane.getByRole('heading', { name: 'No spellings to compare' })).toBeVisible()
  await spellings.undo.click()
  await expect(spellings.groups).toHaveCount(1)

  await group.getByRole('radio', { name: /^Keep TASS News/ }).check()
  await group.getByRole('button', { name: 'Merge into the one kept' }).click()
  await expect(spellings.said).toHaveText('Merged 1 into 1. Citations keep their words.')
  await expect(shell.entry('Sources')).toHaveText(new RegExp(`${count + 2}$`))
  await expect(spellings.entry).toHaveText(/0$/)

  await shell.entry('Sources').click()
  await library.row('TASS News').click()
  await expect(source.pane).toContainText('Cited 2 times, in one article.')
  await expect(readingOf(page).citing.filter({ hasText: 'As printed: ‘T.A.S.S.’' })).toHaveCount(1)

  await source.pane.getByRole('button', { name: 'Make ‘T.A.S.S.’ a source of its own' }).click()
  await expect(source.said).toHaveText('Split off 1. Citations that went with it: 1.')
  await source.undo.click()
  await expect(source.said).toHaveText('Undone.')

  await spellings.entry.click()
  await spellings.pane.getByRole('button', { name: /^Undo: 1 merged into TASS News/ }).click()
  await expect(spellings.said).toHaveText('Undone.')
  await expect(shell.entry('Sources')).toHaveText(new RegExp(`${count + 3}$`))
  await expect(spellings.groups).toHaveCount(1)
})
