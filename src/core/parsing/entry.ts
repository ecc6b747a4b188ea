import { runParser } from './runParser'

// The parser process: built to a file of its own, started by the hosts, and once more by itself as its worker.
await runParser(
  new URL(import.meta.url),
  async () => (await import('../importers/registry')).importers,
  async () => (await import('../pictures/createPictureReader')).createPictureReader(),
)
