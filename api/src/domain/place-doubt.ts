/** No plant of a district reaches farther from its entrance than this, in metres. */
const NEAR_METRES = 3000
/** Where nobody knows the outline: farther than any place of a district from another, in metres. */
const FAR_METRES = 50_000

/** A place of a finding as far as it can be judged. */
export interface JudgedPlace {
  /** Whether it lies in the district; null where the district's outline is not known. */
  readonly inDistrict: boolean | null
  /** Metres from the enterprise it is said to be at. */
  readonly metres: number
}

/** Whether somebody should be asked if a place is meant: it is not in the district, and not at the enterprise either. */
export function isDoubtfulPlace({ inDistrict, metres }: JudgedPlace): boolean {
  return inDistrict === null ? metres > FAR_METRES : !inDistrict && metres > NEAR_METRES
}
