#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { createApp } from '#core/app'
import { createKeyring } from '#core/exporters/sealing/createKeyring'
import { startForkedParser } from '#core/parsing/startForkedParser'
import { findBundledPack } from '#core/process/findBundledPack'
import { ownArchive } from '#core/process/ownArchive'
import { systemClock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { startServer } from '#server/startServer'
import { createRememberedArchive, keysPath, rememberedPath } from './rememberedArchive'
import { runCli } from './runCli'
import { stopOnRequest } from './stopOnRequest'

// The command line: built to `out/main/cli.js`, beside the other entries of the core.
const here = import.meta.dirname
const beside = (name: string): string => join(here, name)
const { platform, env } = process
const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as { version: string }

const keysFolder = keysPath({ env, home: homedir(), platform })

const log = (message: string, cause?: unknown): void =>
  void process.stderr.write(cause === undefined ? `${message}\n` : `${message} ${inspect(cause)}\n`)

const openAddress = (url: string): void => {
  const [program, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  spawn(program ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => log('The browser could not be opened; open the address yourself.'))
    .unref()
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  showProgress: process.stderr.isTTY,
  version,
  signal: stopOnRequest(process),
  ownArchive: () => ownArchive({ env, home: homedir(), platform }),
  createArchive: (folder) => createArchive(folder, { clock: systemClock }),
  openApp: (archive, { mode, takeLock }) =>
    createApp({
      archive,
      mode,
      takeLock,
      version,
      startParser: startForkedParser(beside('parser.js')),
      searchWorker: beside('search.js'),
      bibliographyWorker: beside('bibliography.js'),
      keysFolder,
      searchOnDemand: true,
      resolveToken: () => Promise.resolve(undefined),
      log,
    }),
  startServer: async ({ withBundle, ...options }) => {
    const bundledPack = withBundle ? await findBundledPack(join(here, '../../archive')) : undefined
    return startServer({
      ...options,
      ...(bundledPack === undefined ? {} : { bundledPack }),
      root: join(here, '../renderer'),
      corePath: beside('core.js'),
      parserPath: beside('parser.js'),
      searchPath: beside('search.js'),
      bibliographyPath: beside('bibliography.js'),
      keysFolder,
      version,
      log,
    })
  },
  keyring: createKeyring(keysFolder),
  lastServed: createRememberedArchive(rememberedPath({ env, home: homedir(), platform }), homedir()),
  openAddress,
})
