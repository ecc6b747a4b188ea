import { comparisons } from './comparisons'
import { createVerifyPack } from './createVerifyPack'
import { packLimits } from './packLimits'
import type { VerifyPack } from './types'

export const verifyPack: VerifyPack = createVerifyPack({ comparisons, limits: packLimits })
