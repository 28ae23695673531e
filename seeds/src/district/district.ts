import { describeEnterprise } from './enterprise.ts'
import { appointGridStaff, type GridStaff } from './grid-staff.ts'
import type { Geography } from './place/geography.ts'
import { surveyGround } from './place/ground.ts'
import { planDistrict, type DistrictOptions } from './plan.ts'
import type { EnterpriseRecord } from './rows.ts'

/** A demonstration district, ready to be described enterprise by enterprise. */
export interface District {
  readonly gridStaff: GridStaff
  /** How many enterprises will come. */
  readonly size: number
  /** Describes one enterprise after another; only one is in memory at a time. */
  records(): Generator<EnterpriseRecord>
}

/** 台儿庄区 as the notice of 2016 knows it; the notice's own figures are not public, so these are only plausible. */
export const USUAL_SIZE = {
  enterprises: 160,
  riskPoints: 3500,
  hazards: 900,
  seed: '370405',
} as const satisfies Omit<DistrictOptions, 'asOf'>

/** The same geography and options give the same district, ids included. */
export function inventDistrict(geography: Geography, options: DistrictOptions): District {
  const gridStaff = appointGridStaff(options.seed, options.asOf, geography.grids)
  const plans = planDistrict(surveyGround(geography), options)
  return {
    gridStaff,
    size: plans.length,
    *records() {
      for (const plan of plans)
        yield describeEnterprise(plan, { seed: options.seed, asOf: options.asOf, gridStaff })
    },
  }
}
