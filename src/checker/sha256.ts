/** SHA-256 (FIPS 180-4) of bytes that come piece by piece: WebCrypto takes a whole file at once or none. */
const isPrime = (number: number): boolean => {
  for (let by = 2; by * by <= number; by += 1) if (number % by === 0) return false
  return true
}

const firstPrimes = (count: number): number[] => {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number += 1) if (isPrime(number)) primes.push(number)
  return primes
}

/** The first 32 bits of the fraction of a number. */
const fraction = (number: number): number => ((number - Math.floor(number)) * 2 ** 32) | 0

const primes = firstPrimes(64)
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const blockSize = 64

/** One block of 64 bytes. Written for speed: 16 million of them are in a gigabyte, so it makes nothing and takes nothing apart. */
const compress = (state: Int32Array, words: Int32Array, bytes: Uint8Array, offset: number): void => {
  for (let at = 0, from = offset; at < 16; at += 1, from += 4)
    words[at] = (bytes[from]! << 24) | (bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!
  for (let at = 16; at < 64; at += 1) {
    const far = words[at - 15]!
    const near = words[at - 2]!
    const first = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3)
    const second = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10)
    words[at] = (words[at - 16]! + first + words[at - 7]! + second) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let at = 0; at < 64; at += 1) {
    const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const one = (h + sumE + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!) | 0
    const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const two = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

export const createSha256 = () => {
  const state = Int32Array.from(start)
  const words = new Int32Array(64)
  const held = new Uint8Array(blockSize)
  let [heldBytes, length] = [0, 0]
  const update = (bytes: Uint8Array): void => {
    length += bytes.length
    let at = 0
    if (heldBytes > 0) {
      at = Math.min(blockSize - heldBytes, bytes.length)
      held.set(bytes.subarray(0, at), heldBytes)
      heldBytes += at
      if (heldBytes < blockSize) return
      compress(state, words, held, 0)
    }
    for (; at + blockSize <= bytes.length; at += blockSize) compress(state, words, bytes, at)
    held.set(bytes.subarray(at))
    heldBytes = bytes.length - at
  }
  return {
    update,
    /** The digest; nothing can be added after it. */
    digest: (): Uint8Array => {
      const bits = length * 8
      const padding = new Uint8Array(((length + 9 + 63) & ~63) - length)
      padding[0] = 0x80
      const view = new DataView(padding.buffer)
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
      view.setUint32(padding.length - 4, bits >>> 0)
      update(padding)
      const out = new Uint8Array(32)
      for (const [at, word] of state.entries()) new DataView(out.buffer).setInt32(at * 4, word)
      return out
    },
  }
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
