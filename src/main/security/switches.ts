import type { CommandLine } from 'electron'

/** Chromium's own ways out, closed before it starts. What is cut here is cut again in `network.ts`, for each session. */
export const lockingSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['metrics-recording-only'],
  ['no-first-run'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    [
      'AsyncDns',
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'DialMediaRouteProvider',
      'DnsOverHttps',
      'HttpsUpgrades',
      'MediaRouter',
      'NetworkQualityEstimator',
      'NetworkTimeServiceQuerying',
      'OptimizationHints',
      'SpareRendererForSitePerProcess',
    ].join(','),
  ],
]

/** Must run before `ready`. */
export const applySwitches = (commandLine: Pick<CommandLine, 'appendSwitch'>): void => {
  for (const [name, value] of lockingSwitches) commandLine.appendSwitch(name, value)
}
