import { randomUUID } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { thumbnailOf, type StoredFile } from '../db/evidence-store.ts'
import { EVIDENCE_MIMES, MOST_EVIDENCE_BYTES } from '../domain/evidence.ts'
import { actorOf } from '../http/actor.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { momentOf } from '../http/device-time.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, UNUSABLE_FILE } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { RateLimit } from '../http/rate-limit.ts'
import { limitUpload } from '../http/request-limits.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { findEvidence, findStored } from './queries.ts'
import { EvidenceRefusedError } from '../http/photo/refusals.ts'
import { EvidenceForm } from './schema.ts'
import { contentDisposition } from './stored-name.ts'
import { takeIn } from './take-in.ts'

const FOLDER = '/enterprises/{enterpriseId}/evidence'
const params = z.object({ enterpriseId: uuidParam, id: uuidParam })
const bytes = z.any().meta({ type: 'string', format: 'binary' })

const mayAdd = allow('bureau', 'grid', 'enterprise')
const add = createRoute({
  method: 'post',
  path: FOLDER,
  summary: 'Hands in a photograph or document',
  ...mayAdd,
  middleware: [
    ...mayAdd.middleware,
    limitUpload(MOST_EVIDENCE_BYTES, () => new EvidenceRefusedError('evidence-too-large')),
  ],
  request: {
    params: params.pick({ enterpriseId: true }),
    body: { required: true, content: { 'multipart/form-data': { schema: EvidenceForm } } },
  },
  responses: {
    200: jsonAnswer('It was there already', Evidence),
    201: jsonAnswer('It is stored', Evidence),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNUSABLE_FILE,
  },
})

const one = createRoute({
  method: 'get',
  path: `${FOLDER}/{id}`,
  summary: 'What is known of a photograph or document',
  ...allow(...TRADE_ROLES),
  request: { params },
  responses: { 200: jsonAnswer('The record', Evidence), ...BAD_REQUEST, ...NOT_FOUND },
})

const content = createRoute({
  method: 'get',
  path: `${FOLDER}/{id}/content`,
  summary: 'A photograph or document itself',
  ...allow(...TRADE_ROLES),
  request: { params },
  responses: {
    200: {
      description: 'Its bytes, which never change',
      content: Object.fromEntries(EVIDENCE_MIMES.map((mime) => [mime, { schema: bytes }])),
    },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const thumbnail = createRoute({
  method: 'get',
  path: `${FOLDER}/{id}/thumbnail`,
  summary: 'A photograph, at most 320 pixels wide and high',
  ...allow(...TRADE_ROLES),
  request: { params },
  responses: {
    200: { description: 'WebP', content: { 'image/webp': { schema: bytes } } },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const UPLOADS_A_MINUTE = 60

/** `/enterprises/{enterpriseId}/evidence` */
export function evidenceRoutes({ database, evidence: store, now }: AppDeps) {
  const uploads = new RateLimit({ times: UPLOADS_A_MINUTE, windowSeconds: 60, now })
  return createRouter()
    .openapi(add, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const { file, id, takenAt, sentAt, longitude, latitude } = c.req.valid('form')
      const actor = actorOf(c)
      if (file.size > MOST_EVIDENCE_BYTES) throw new EvidenceRefusedError('evidence-too-large')
      const bytes = Buffer.from(await file.arrayBuffer())
      // A file that is refused was looked into all the same: it counts.
      uploads.take(actor.id)
      const { created, evidence } = await takeIn(
        {
          enterpriseId,
          id: id ?? randomUUID(),
          name: file.name,
          bytes,
          position:
            longitude === undefined || latitude === undefined ? null : [longitude, latitude],
          takenAt: momentOf(takenAt),
          sentAt: momentOf(sentAt),
        },
        scopeOf(c),
        actor,
        { database, store, now },
      )
      c.header('Location', `/api/enterprises/${enterpriseId}/evidence/${evidence.id}`)
      return created ? c.json(evidence, 201) : c.json(evidence, 200)
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), (tx) => findEvidence(tx, enterpriseId, id))
      if (found === undefined) throw new NotFoundError('evidence')
      return c.json(found, 200)
    })
    .openapi(content, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), (tx) => findStored(tx, enterpriseId, id))
      const file = found && (await store.get(found.sha256))
      if (file === undefined || found === undefined) throw new NotFoundError('evidence')
      return sendFile(c, file, found.mime, contentDisposition(found.name, found.mime))
    })
    .openapi(thumbnail, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), (tx) => findStored(tx, enterpriseId, id))
      const file = found && (await store.get(thumbnailOf(found.sha256)))
      if (file === undefined) throw new NotFoundError('evidence')
      return sendFile(c, file, 'image/webp', 'inline')
    })
}

/** Bytes under an id never change; what one session may see must not be shown from the cache to the next. */
function sendFile(
  c: Context,
  { bytes: size, body }: StoredFile,
  mime: string,
  disposition: string,
) {
  return c.body(body, 200, {
    'Content-Type': mime,
    'Content-Length': String(size),
    'Content-Disposition': disposition,
    'Cache-Control': 'private, max-age=31536000, immutable',
    Vary: 'Cookie',
  })
}
