import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { isPlace } from '../../domain/place.ts'
import { CONCERN_LIMITS } from '../../domain/public-concern.ts'
import { whenAgain } from '../../domain/when-again.ts'
import { clientIp } from '../../http/client-ip.ts'
import type { AppDeps } from '../../http/deps.ts'
import { degreesText } from '../../http/place-input.ts'
import { TooManyRequestsError } from '../../http/rate-limit.ts'
import { sameOriginOnly } from '../../http/same-origin.ts'
import { line, prose } from '../../http/text-input.ts'
import { formTokens } from '../concerns/form-token.ts'
import { keepPhoto, MOST_PHOTO_BYTES } from '../concerns/photo.ts'
import { fileConcern, followConcern, readReceipt } from '../concerns/queries.ts'
import type { ReportLimits } from '../concerns/report-limits.ts'
import { visitors } from '../concerns/visitor.ts'
import { PUBLIC_CODE } from '../roster/names.ts'
import { findSource } from '../roster/queries.ts'
import type { PublicBatch } from '../roster/schema.ts'
import { addressOf, document, type PageContext } from './page.ts'
import { receiptPage, reportPage, type ReportForm } from './report-pages.ts'
import type { PageLanguage } from './words.ts'

type Wrong = ReportForm['errors'][number]

const publicCode = z.string().regex(PUBLIC_CODE).optional().catch(undefined)
const Fields = z.object({
  token: z.string().catch(''),
  text: z.string().catch(''),
  place: z.string().catch(''),
  about: publicCode,
  /** Empty, unless a program filled it in: people do not see it. */
  website: z.string().catch(''),
  longitude: degreesText(180).optional().catch(undefined),
  latitude: degreesText(90).optional().catch(undefined),
  photo: z.instanceof(File).optional().catch(undefined),
})

const UNCACHED = { 'Cache-Control': 'no-store' }

/** The photograph is none, or damaged, or too large. */
class UnusablePhotoError extends Error {
  override readonly name = 'UnusablePhotoError'
}

/** Text without what a page cannot show again. */
const readable = (text: string): string =>
  text.replace(
    /(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu,
    '',
  )

/** What is told of a field that was refused: its own sentence, or that something invisible stood in it. */
function wrong(
  field: 'text' | 'place',
  { success }: { readonly success: boolean },
  sent: string,
): Wrong[] {
  if (success) return []
  return [readable(sent) === sent ? field : 'unreadable']
}

/** `/public/report`: a form that works without JavaScript, and what becomes of what was told. */
export function reportRoutes(
  { database, evidence, authSecret, now, config }: AppDeps,
  limits: ReportLimits,
  language: PageLanguage,
  standing: () => Promise<PublicBatch | null>,
  contextOf: (c: Context, language: PageLanguage, batch: PublicBatch | null) => PageContext,
) {
  const tokens = formTokens(authSecret, now)
  const devices = visitors({ authSecret, config })
  const report = addressOf(language, '/report')
  const routes = new Hono()

  async function aboutOf(code: string | undefined): Promise<ReportForm['about']> {
    const batch = await standing()
    if (code === undefined || batch === null) return null
    const source = await database.reading({ audience: 'public' }, (tx) =>
      findSource(tx, batch.number, code),
    )
    return source === undefined ? null : { code: source.code, operator: source.operator }
  }

  async function form(
    c: Context,
    filled: Omit<ReportForm, 'token'>,
    status: 200 | 413 | 422 | 429,
  ): Promise<Response> {
    const context = contextOf(c, language, await standing())
    await devices.greet(c)
    return c.html(
      document(reportPage({ ...filled, token: tokens.issue() }, context), context),
      status,
      UNCACHED,
    )
  }

  routes.get(report, async (c) =>
    form(
      c,
      {
        text: '',
        place: '',
        about: await aboutOf(publicCode.parse(c.req.query('about'))),
        errors: [],
      },
      200,
    ),
  )

  routes.post(
    report,
    sameOriginOnly(config.publicOrigin),
    bodyLimit({
      maxSize: MOST_PHOTO_BYTES + 64 * 1024,
      onError: (c) => form(c, { text: '', place: '', about: null, errors: ['photo'] }, 413),
    }),
    async (c) => {
      const fields = Fields.parse(await c.req.parseBody())
      const about = await aboutOf(fields.about)
      const filled = { text: readable(fields.text), place: readable(fields.place), about }
      const again = (errors: readonly Wrong[]) => form(c, { ...filled, errors }, 422)
      const text = prose(CONCERN_LIMITS.text).safeParse(fields.text)
      const place = line(CONCERN_LIMITS.place).safeParse(fields.place)
      if (!text.success || !place.success)
        return again([...wrong('text', text, fields.text), ...wrong('place', place, fields.place)])
      const proof = tokens.check(fields.token)
      if (!proof.ok) return again([proof.why])
      // A program that fills in everything is thanked and forgotten.
      if (fields.website !== '') return c.redirect(report, 303)
      const { longitude, latitude, photo } = fields
      const file = async (): Promise<string> => {
        const kept =
          photo === undefined || photo.size === 0 ? null : await keepPhoto(photo, evidence)
        if (kept === 'unusable') throw new UnusablePhotoError()
        return database.scoped({ audience: 'public' }, (tx) =>
          fileConcern(tx, {
            id: proof.id,
            text: text.data,
            placeText: place.data,
            aboutCode: about?.code ?? null,
            photo: kept,
            at: now(),
            position:
              longitude !== undefined && latitude !== undefined && isPlace([longitude, latitude])
                ? [longitude, latitude]
                : null,
          }),
        )
      }
      try {
        const origin = {
          address: clientIp(c, config.trustProxy),
          device: await devices.idOf(c),
        }
        const receipt = await limits.report(origin, file)
        return c.redirect(`${addressOf(language, `/report/${receipt}`)}?new=1`, 303)
      } catch (error) {
        if (error instanceof UnusablePhotoError) return again(['photo'])
        if (!(error instanceof TooManyRequestsError)) throw error
        c.header('Retry-After', String(error.retryAfterSeconds))
        const when = whenAgain(error.again, now())[language]
        return form(c, { ...filled, errors: [], tooOften: when }, 429)
      }
    },
  )

  routes.get(`${report}/follow`, (c) =>
    c.redirect(`${report}/${readReceipt(c.req.query('receipt') ?? '')}`, 303),
  )

  routes.get(`${report}/:receipt{[0-9A-Za-z-]+}`, async (c) => {
    const receipt = readReceipt(c.req.param('receipt'))
    const progress = await limits.follow(clientIp(c, config.trustProxy), () =>
      database.reading({ audience: 'public' }, (tx) => followConcern(tx, receipt)),
    )
    const context = contextOf(c, language, await standing())
    return c.html(
      document(receiptPage(receipt, progress, c.req.query('new') === '1', context), context),
      progress === undefined ? 404 : 200,
      UNCACHED,
    )
  })
  return routes
}
