import { longestBlock } from '../pictureParts'

/** What is gathered of an extended packet (XMP Specification, part 3, 1.1.3.1). */
interface Extended {
  readonly full: Buffer
  filled: number
}

/** Gathers the parts of extended XMP packets by their digest. */
export const createExtendedXmp = () => {
  const packets = new Map<string, Extended>()
  return {
    /** Takes what follows the signature: digest, length of the whole, offset of the part, the part. */
    add: (bytes: Buffer): void => {
      if (bytes.length < 40) return
      const digest = bytes.toString('latin1', 0, 32)
      const length = bytes.readUInt32BE(32)
      const offset = bytes.readUInt32BE(36)
      if (length > longestBlock || packets.size >= 4) return
      const packet = packets.get(digest) ?? { full: Buffer.alloc(length), filled: 0 }
      packets.set(digest, packet)
      if (offset >= packet.full.length) return
      packet.filled += bytes.copy(packet.full, offset, 40)
    },
    /** The packets whose every part was there. */
    whole: (): Buffer[] =>
      [...packets.values()].filter(({ full, filled }) => filled >= full.length).map(({ full }) => full),
  }
}
