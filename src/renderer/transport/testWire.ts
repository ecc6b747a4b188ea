import type { Wire } from './openLine'

export const ready = '{"greeting":"ready"}'

export interface FakeWire extends Wire {
  readonly sent: unknown[]
  readonly hear: (data: unknown) => void
  readonly end: () => void
}

/** A wire whose other end is the test. */
export const createFakeWire = (
  onSend: (data: string, wire: FakeWire) => void = () => undefined,
): FakeWire => {
  const hearers: ((data: unknown) => void)[] = []
  const enders: (() => void)[] = []
  const sent: unknown[] = []
  const wire: FakeWire = {
    sent,
    send: (data) => {
      sent.push(data)
      onSend(String(data), wire)
    },
    onMessage: (listener) => void hearers.push(listener),
    onEnd: (listener) => void enders.push(listener),
    close: () => wire.end(),
    hear: (data) => hearers.forEach((listener) => listener(data)),
    end: () => enders.splice(0).forEach((listener) => listener()),
  }
  return wire
}
