import { defineStore } from 'pinia'
import type { ClaimRow } from '#shared/contract/claims'
import { useServices } from '../services'
import { createGrowingRows } from './growingRows'

/** Claims that one source is behind, as far as they were asked for. */
export const useSourceClaimsStore = defineStore('sourceClaims', () => {
  const { archive } = useServices().connection
  return createGrowingRows<ClaimRow>((sourceId, offset, limit) =>
    archive.claims.list({ filter: { sourceId }, offset, limit }),
  )
})
