import { parseResponse } from 'hono/client'
import { api, refusalOf, sessionFetch } from '../../api.ts'
import { upload } from '../../evidence/upload.ts'
import { photoAddress } from './queries.ts'
import type { AcceptRequests } from './accept.ts'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** The requests of an acceptance, to the server. */
export const ACCEPT_REQUESTS: AcceptRequests = {
  copyPhoto: async (concernId, enterpriseId, id) => {
    const answer = await sessionFetch(photoAddress(concernId))
    if (!answer.ok) throw new Error(`the photograph answered ${answer.status}`)
    const photo = await answer.blob()
    const file = new File([photo], `concern.${EXTENSIONS[photo.type] ?? 'jpg'}`, {
      type: photo.type,
    })
    return (
      await upload(
        { enterpriseId, id, file, position: null, takenAt: null },
        () => {},
        new AbortController().signal,
      )
    ).id
  },
  report: async ({
    evidence,
    placeReason,
    location: {
      coordinates: [lon = 0, lat = 0],
    },
    ...hazard
  }) => {
    await parseResponse(
      api.hazards.$post({
        json: {
          ...hazard,
          location: { type: 'Point', coordinates: [lon, lat] },
          origin: 'public-report',
          ...(placeReason === '' ? {} : { placeReason }),
          evidence: [...evidence],
        },
      }),
    )
  },
  settle: async (concernId, { enterpriseId, hazardId }, reply) => {
    await parseResponse(
      api.concerns[':id'].acts.$post({
        param: { id: concernId },
        json: { act: 'accept', enterpriseId, hazardId, ...(reply === '' ? {} : { reply }) },
      }),
    )
  },
}

/** Whether a refusal says that a hazard of this id is on record already. */
export function isHazardTaken(error: unknown): boolean {
  return refusalOf(error)?.code === 'hazard-id-taken'
}

/** Whether a refusal says that somebody else has settled the concern. */
export function isSettled(error: unknown): boolean {
  return refusalOf(error)?.code === 'concern-settled'
}
