import type Vips from 'wasm-vips'

export type VipsModule = typeof Vips
export type VipsImage = InstanceType<VipsModule['Image']>

/** What emscripten gives to hooks that run before the module. */
interface BeforeRun {
  readonly ENV: Record<string, string>
}

/**
 * Loads libvips: one thread, no cache (each picture is seen once), no file formats but those of pictures, and nothing on
 * the console. It is imported when it is needed, because compiling it takes longer than starting the program.
 */
export const loadVips = async (): Promise<VipsModule> => {
  const { default: create } = await import('wasm-vips')
  const vips = await create({
    dynamicLibraries: ['vips-heif.wasm'],
    preRun: (module: BeforeRun) => {
      module.ENV['VIPS_CONCURRENCY'] = '1'
      module.ENV['VIPS_WARNING'] = '0'
    },
    print: () => undefined,
    printErr: () => undefined,
  })
  vips.Cache.max(0)
  return vips
}
