import { DomainError } from './errors.ts'
import { LEC_CLASSIC, LEC_DETAILED, type LecProfile } from './lec-profiles.ts'
import { LS_STANDARD, type LsProfile } from './ls-profiles.ts'

/** Every version of every profile, by method. */
export const ASSESSMENT_PROFILES = {
  LEC: [LEC_CLASSIC, LEC_DETAILED],
  LS: [LS_STANDARD],
} as const satisfies { readonly LEC: readonly LecProfile[]; readonly LS: readonly LsProfile[] }

/** The profile used when none is named. */
export const DEFAULT_PROFILE_IDS = {
  LEC: 'lec-classic',
  LS: 'ls-standard',
} as const satisfies { readonly LEC: LecProfile['id']; readonly LS: LsProfile['id'] }

/** No profile of that name was valid on that day. */
export class ProfileNotFoundError extends DomainError {
  override readonly name = 'ProfileNotFoundError'

  constructor(id: string, date: string) {
    const text = {
      zh: `${date} 没有可用的评价准则 ${id}`,
      en: `No assessment profile ${id} is valid on ${date}`,
    }
    super('profile-not-found', 400, text, [{ field: 'profileId', text }])
  }
}

/**
 * The newest version of a profile that was valid on a day (`YYYY-MM-DD`, China time).
 * @throws ProfileNotFoundError when there is none.
 */
export function profileOn(method: 'LEC', date: string, id?: string): LecProfile
export function profileOn(method: 'LS', date: string, id?: string): LsProfile
export function profileOn(
  method: 'LEC' | 'LS',
  date: string,
  id: string = DEFAULT_PROFILE_IDS[method],
): LecProfile | LsProfile {
  const found = newestValid<LecProfile | LsProfile>(ASSESSMENT_PROFILES[method], date, id)
  if (found === undefined) throw new ProfileNotFoundError(id, date)
  return found
}

interface Versioned {
  readonly id: string
  readonly version: number
  readonly validFrom: string
}

/** The highest version of `id` whose `validFrom` is not after the day. */
export function newestValid<Profile extends Versioned>(
  profiles: readonly Profile[],
  date: string,
  id: string,
): Profile | undefined {
  return profiles
    .filter((profile) => profile.id === id && profile.validFrom <= date)
    .reduce<Profile | undefined>(
      (best, profile) => (best && best.version > profile.version ? best : profile),
      undefined,
    )
}
