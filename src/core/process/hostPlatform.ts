/** The system as the page needs to know it: for the names of keys and the order of buttons. */
export const hostPlatform = (platform: NodeJS.Platform): 'mac' | 'windows' | 'linux' =>
  platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux'
