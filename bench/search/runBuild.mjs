// One side builds and saves its index: processor seconds, the most memory in MB, and the MB that it saved.
import { tell, told } from './child.mjs'
import { valuesOf } from './lines.mjs'
import { loadSide } from './sides.mjs'

const { side: name, folder, path } = told()
const side = await loadSide(name)
const began = process.cpuUsage()
await side.build(valuesOf(path), folder, path)
const { user, system } = process.cpuUsage(began)
tell({
  seconds: (user + system) / 1e6,
  peak: process.resourceUsage().maxRSS / 1024,
  disk: side.size(folder) / 2 ** 20,
})
