import type { PlacePoint } from '../../map/ring.ts'

/** What an acceptance consists of, in this order. */
export type AcceptStep = 'photo' | 'hazard' | 'settle'

/** A concern to be accepted as a hazard. */
export interface Acceptance {
  readonly concernId: string
  readonly hasPhoto: boolean
  readonly enterpriseId: string
  readonly description: string
  readonly locationText: string
  readonly location: PlacePoint
  /** Why the place is right though it is not in the district; empty where nothing is odd about it. */
  readonly placeReason: string
  /** What the reporter reads besides the outcome; empty for nothing. */
  readonly reply: string
}

/** The requests an acceptance makes. */
export interface AcceptRequests {
  /** Copies the concern's photograph to the enterprise's evidence and gives its id; the same `id` twice is one file. */
  readonly copyPhoto: (concernId: string, enterpriseId: string, id: string) => Promise<string>
  /** Puts the hazard on record, exactly once for one id. */
  readonly report: (
    hazard: Omit<Acceptance, 'concernId' | 'hasPhoto' | 'reply'> & {
      readonly id: string
      readonly evidence: readonly string[]
    },
  ) => Promise<void>
  readonly settle: (
    concernId: string,
    hazard: { readonly enterpriseId: string; readonly hazardId: string },
    reply: string,
  ) => Promise<void>
}

/** How far acceptances have come on this page, by concern: what is done is not done again. */
export interface Progress {
  readonly photoId: string
  /** Of the enterprise under which the hazard is on record already; null before. */
  readonly reportedTo: string | null
}

/**
 * Accepts a concern: photograph, hazard, settlement, each exactly once however often it is tried. The hazard has the
 * concern's own id, so that two people, or one after an interrupted answer, never make two hazards of it.
 * @param isTaken whether a failure of `report` says that the hazard is on record already, by somebody else
 * @param onStep told before each step; `onReported` once the hazard is on record
 */
export async function acceptConcern(
  { concernId, hasPhoto, reply, ...hazard }: Acceptance,
  { photoId, reportedTo }: Progress,
  { copyPhoto, report, settle }: AcceptRequests,
  {
    isTaken,
    onStep,
    onReported,
  }: {
    readonly isTaken: (error: unknown) => boolean
    readonly onStep: (step: AcceptStep) => void
    readonly onReported: (enterpriseId: string) => void
  },
): Promise<void> {
  if (reportedTo === null) {
    if (hasPhoto) onStep('photo')
    const evidence = hasPhoto ? [await copyPhoto(concernId, hazard.enterpriseId, photoId)] : []
    onStep('hazard')
    try {
      await report({ ...hazard, id: concernId, evidence })
    } catch (error) {
      if (!isTaken(error)) throw error
    }
    onReported(hazard.enterpriseId)
  }
  onStep('settle')
  await settle(
    concernId,
    { enterpriseId: reportedTo ?? hazard.enterpriseId, hazardId: concernId },
    reply,
  )
}
