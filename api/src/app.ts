import { compress } from 'hono/compress'
import { accidentCaseRoutes } from './accident-cases/routes.ts'
import { areaRoutes } from './areas/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { baseMapRoutes } from './base-map/routes.ts'
import { commandRoutes } from './command/routes.ts'
import { concernRoutes } from './concerns/routes.ts'
import { disclosureRoutes } from './disclosure/routes.ts'
import { enterpriseRoutes } from './enterprises/routes.ts'
import { withinRoutes } from './enterprises/within/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { gridChangeRoutes } from './grids/change-routes.ts'
import { gridOverrideRoutes } from './grids/override-routes.ts'
import { gridRoutes } from './grids/routes.ts'
import { hazardBatchRoutes } from './hazards/batch-routes.ts'
import { hazardExportRoutes } from './hazards/export-routes.ts'
import { hazardRoutes } from './hazards/routes.ts'
import { carryOutSignedOff } from './hazards/signed-off.ts'
import { hazardWorkRoutes } from './hazards/work-routes.ts'
import { healthRoutes } from './health/routes.ts'
import { clientIp } from './http/client-ip.ts'
import { isCompressible } from './http/compressible.ts'
import type { AppDeps } from './http/deps.ts'
import { problemMapper, unknownRoute } from './http/errors.ts'
import { markOwnAnswers } from './http/own-answer.ts'
import { ownHostOnly } from './http/own-host.ts'
import { privateAnswers } from './http/private-answers.ts'
import { createRouter } from './http/router.ts'
import { limitBody, limitRequests } from './http/request-limits.ts'
import { limitTime } from './http/time-limit.ts'
import { sameOriginOnly } from './http/same-origin.ts'
import { settleReader, type ReaderResolver } from './http/scope.ts'
import { sandboxed, securityHeaders } from './http/security-headers.ts'
import { accountRoutes } from './identity/account-routes.ts'
import { createAuth } from './identity/auth.ts'
import { publicReader } from './identity/reader.ts'
import { readerAgain, readerBySession } from './identity/reader-by-session.ts'
import { signInRoutes } from './identity/sign-in-routes.ts'
import { liveRoutes } from './live/routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { obligationRoutes } from './neighbour-notices/obligation-routes.ts'
import { receivedNoticeRoutes } from './neighbour-notices/received-routes.ts'
import { neighbourNoticeRoutes } from './neighbour-notices/routes.ts'
import { personalDataRoutes } from './personal-data/routes.ts'
import { officeRoutes } from './offices/routes.ts'
import { patrolRoutes } from './patrols/routes.ts'
import { appointmentRoutes } from './people/appointment-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { prejudgementRoutes } from './prejudgements/routes.ts'
import { publicRosterRoutes } from './public/roster/routes.ts'
import { riskRoutes } from './risks/routes.ts'
import { savedViewRoutes } from './saved-views/routes.ts'
import { approvalRuleRoutes } from './sign-offs/rule-routes.ts'
import { signOffRoutes } from './sign-offs/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { supervisionOrderRoutes } from './supervision-orders/routes.ts'
import { summaryRoutes } from './summary/routes.ts'

/** The whole API. @param resolveReader who sends a request; by default whoever is signed in */
export function createApp(deps: AppDeps, resolveReader?: ReaderResolver) {
  const auth = createAuth(deps)
  const app = createRouter().basePath('/api')
  app.use(markOwnAnswers())
  app.use(compress({ contentTypeFilter: isCompressible }))
  app.use('/enterprises/:enterpriseId/evidence/*', sandboxed())
  app.use(privateAnswers())
  app.use(securityHeaders(deps.config))
  app.use(ownHostOnly(deps.config))
  app.use(sameOriginOnly(deps.config.publicOrigin))
  app.use(limitTime())
  app.use(limitBody())
  // Whose session it is takes the database to know, and this path answers while there is none.
  app.use(
    '/health',
    settleReader((c) => publicReader(clientIp(c, deps.config.trustProxy))),
  )
  app.use(settleReader(resolveReader ?? readerBySession(deps, auth)))
  app.use(limitRequests(deps.now, deps.config.trustProxy))
  app.onError(problemMapper(deps.log))
  app.notFound(unknownRoute)
  const routes = app
    .route('/', healthRoutes(deps))
    .route('/', signInRoutes(deps, auth))
    .route('/', accountRoutes(deps, auth))
    .route('/', auditRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', appointmentRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', areaRoutes(deps))
    .route('/', officeRoutes(deps))
    .route('/', gridRoutes(deps))
    .route('/', gridChangeRoutes(deps))
    .route('/', gridOverrideRoutes(deps))
    .route('/', enterpriseRoutes(deps))
    .route('/', riskRoutes(deps))
    .route('/', prejudgementRoutes(deps))
    .route('/', accidentCaseRoutes(deps))
    .route('/', hazardWorkRoutes(deps))
    .route('/', hazardRoutes(deps))
    .route('/', approvalRuleRoutes(deps))
    .route('/', signOffRoutes(deps, { hazard: carryOutSignedOff }))
    .route('/', messageRoutes(deps))
    .route('/', evidenceRoutes(deps))
    .route('/', inspectionRoutes(deps))
    .route('/', patrolRoutes(deps))
    .route('/', hazardBatchRoutes(deps))
    .route('/', inboxRoutes(deps))
    .route('/', supervisionOrderRoutes(deps))
    .route('/', savedViewRoutes(deps))
    .route('/', statisticsRoutes(deps))
    .route('/', hazardExportRoutes(deps))
    .route('/', personalDataRoutes(deps))
    .route('/', summaryRoutes(deps))
    .route('/', commandRoutes(deps))
    .route('/', obligationRoutes(deps))
    .route('/', neighbourNoticeRoutes(deps))
    .route('/', receivedNoticeRoutes(deps))
    .route('/', withinRoutes(deps))
    .route('/', disclosureRoutes(deps))
    .route('/', concernRoutes(deps))
    .route('/', publicRosterRoutes(deps))
    .route('/', mapRoutes(deps))
    .route('/', baseMapRoutes(deps))
    .route('/', liveRoutes(deps, readerAgain(deps)))
  routes.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: '双防一张图',
      version: deps.version,
      description: 'Enterprises, risk points and hazards of a district',
    },
  })
  return routes
}

/** What the typed client knows: `hc<AppType>(origin)`. */
export type AppType = ReturnType<typeof createApp>
