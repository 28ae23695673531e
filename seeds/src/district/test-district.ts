import { inventDistrict, USUAL_SIZE } from './district.ts'
import { builtGeography } from './place/geography.ts'
import type { DistrictOptions } from './plan.ts'
import type { EnterpriseRecord } from './rows.ts'

export const AS_OF = '2026-11-23'

/** The whole of a district; the usual one unless told otherwise. */
export function inventRecords(options: Partial<DistrictOptions> = {}): EnterpriseRecord[] {
  return [...inventDistrict(builtGeography(), { ...USUAL_SIZE, asOf: AS_OF, ...options }).records()]
}
