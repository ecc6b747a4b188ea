/** What is used of libheif-js 1.23, whose bundle with its WebAssembly inside has no types of its own. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  /** A pointer; of an operation that failed, an object with its code. */
  type Handle = number | object

  interface Channel {
    readonly id: unknown
    readonly width: number
    readonly height: number
    /** Bytes of one line. */
    readonly stride: number
    /** A view into memory that moves: it is copied at once. */
    readonly data: Uint8Array
  }

  interface Decoded {
    /** Only where decoding failed. */
    readonly code?: unknown
    readonly image: Handle
    readonly channels: readonly Channel[]
  }

  export interface Libheif {
    readonly heif_context_alloc: () => Handle
    readonly heif_context_free: (context: Handle) => void
    readonly heif_context_read_from_memory: (context: Handle, bytes: Uint8Array) => { readonly code: unknown }
    readonly heif_js_context_get_primary_image_handle: (
      context: Handle,
    ) => Handle | { readonly code: unknown }
    readonly heif_image_handle_get_width: (handle: Handle) => number
    readonly heif_image_handle_get_height: (handle: Handle) => number
    readonly heif_image_handle_release: (handle: Handle) => void
    readonly heif_js_decode_image2: (
      handle: Handle,
      colorspace: unknown,
      chroma: unknown,
    ) => Decoded | Promise<Decoded>
    readonly heif_image_release: (image: Handle) => void
    readonly heif_error_code: { readonly heif_error_Ok: unknown }
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown }
    readonly heif_channel: { readonly heif_channel_interleaved: unknown }
  }

  const create: (options?: {
    readonly print?: (line: string) => void
    readonly printErr?: (line: string) => void
  }) => Libheif | Promise<Libheif>
  export { create as default }
}
