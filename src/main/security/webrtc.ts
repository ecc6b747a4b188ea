import type { WebContents } from 'electron'

/** Without this, a script in a page could send STUN packets past the content policy, the proxy and the resolver's rules. */
export const cutWebRtc = (contents: WebContents): void => {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
