import { RateLimit } from '../../http/rate-limit.ts'

/** Concerns within an hour: of one telephone or computer, and of one address, behind which a whole office may sit. */
const REPORTS_AN_HOUR = { device: 6, address: 60 } as const
/** Receipts nobody has that an address may try within a minute: nobody guesses one, and nobody shall try. */
const WRONG_RECEIPTS_A_MINUTE = 30

/** Where a request comes from, as far as it can be known. */
export interface Origin {
  readonly address: string | undefined
  readonly device: string | undefined
}

/** How often the public may report and ask, over the languages together. What comes to nothing is not counted. */
export function reportLimits(now: () => Date) {
  const hour = { windowSeconds: 3600, now }
  const byDevice = new RateLimit({ ...hour, times: REPORTS_AN_HOUR.device })
  const byAddress = new RateLimit({ ...hour, times: REPORTS_AN_HOUR.address })
  const receipts = new RateLimit({ times: WRONG_RECEIPTS_A_MINUTE, windowSeconds: 60, now })
  const named = (address: string | undefined) => address ?? 'local'
  return {
    /** @throws TooManyRequestsError before the work */
    report<T>({ address, device }: Origin, work: () => Promise<T>): Promise<T> {
      return byAddress.during(named(address), () =>
        device === undefined ? work() : byDevice.during(device, work),
      )
    },
    /** Counts the receipts that are not found. @throws TooManyRequestsError before the search */
    async follow<T>(address: string | undefined, find: () => Promise<T>): Promise<T> {
      const key = named(address)
      receipts.take(key)
      const found = await find()
      if (found !== undefined) receipts.giveBack(key)
      return found
    },
  }
}

export type ReportLimits = ReturnType<typeof reportLimits>
