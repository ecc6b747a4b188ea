// What a machine takes to do the least that an import must do: copy each file durably, and hash it.
import { spawn } from 'node:child_process'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const filesUnder = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const syncFolder = async (folder) => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Copies each file into one folder, with an fsync of the file and one of the folder. */
export const copyDurably = async (files, into) => {
  await mkdir(into, { recursive: true })
  for (const [number, path] of files.entries()) {
    const copy = await open(join(into, String(number)), 'wx')
    await copy.writeFile(await readFile(path))
    await copy.sync()
    await copy.close()
    await syncFolder(into)
  }
}

const run = (command, args) =>
  new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: 'ignore' })
    child.on('error', failed)
    child.on('close', () => done())
  })

/** `sha256sum` over all files, a thousand at a time. */
export const hashAll = async (files) => {
  for (let at = 0; at < files.length; at += 1000) await run('sha256sum', files.slice(at, at + 1000))
}
