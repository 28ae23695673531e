import { z } from 'zod'
import { sentAtTime } from '../http/device-time.ts'
import { EVIDENCE_ACCEPTED, MOST_EVIDENCE_BYTES } from '../domain/evidence.ts'
import { isPlace } from '../domain/place.ts'
import { Instant } from '../http/day-input.ts'
import { degreesText, REFUSED_PLACE } from '../http/place-input.ts'

const file = z
  .custom<File>((value) => value instanceof File, 'one file')
  .meta({
    type: 'string',
    format: 'binary',
    description: `At most ${MOST_EVIDENCE_BYTES} bytes; told by its content to be ${EVIDENCE_ACCEPTED.join(', ')}`,
  })

/** What an upload consists of. */
export const EvidenceForm = z
  .strictObject({
    file,
    id: z.guid().optional().meta({
      description: 'Made by the sender: the same id again is answered with what is there',
    }),
    takenAt: Instant.optional().meta({ description: 'Instead of what the photograph says' }),
    sentAt: sentAtTime,
    longitude: degreesText(180).optional().meta({
      description: 'WGS 84, together with latitude, instead of what the photograph says',
    }),
    latitude: degreesText(90).optional(),
  })
  .refine((form) => (form.longitude === undefined) === (form.latitude === undefined), {
    path: ['latitude'],
    error: 'longitude and latitude together',
  })
  .refine(
    ({ longitude, latitude }) =>
      longitude === undefined || latitude === undefined || isPlace([longitude, latitude]),
    { path: ['longitude'], ...REFUSED_PLACE },
  )
