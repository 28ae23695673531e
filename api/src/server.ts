import { createAdaptorServer } from '@hono/node-server'
import manifest from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { describeFailure } from './db/describe-failure.ts'
import { openEvidenceStore } from './db/open-evidence-store.ts'
import { keepEvidenceSwept } from './db/evidence-sweep.ts'
import { openDatabase, START_PATIENCE_MS } from './db/open.ts'
import { openSealer } from './db/personal-data-key.ts'
import { DatabaseUnavailableError } from './db/unavailable.ts'
import type { AppDeps } from './http/deps.ts'
import type { ErrorLog } from './http/errors.ts'
import { createPages } from './http/pages.ts'
import { listen, PortTakenError, stopGracefully } from './http/listen.ts'
import { ownHostOnly } from './http/own-host.ts'
import { securityHeaders } from './http/security-headers.ts'
import { openAuthSecret } from './identity/auth-secret.ts'
import { refuseDemoAccounts } from './identity/start-up.ts'
import { keepInspecting } from './inspections/keep-inspecting.ts'
import { keepTelling } from './neighbour-notices/keep-telling.ts'
import { createPublicSite, PUBLIC_PATHS } from './public/site.ts'
import { keepReminding } from './reminders/keep-reminding.ts'

/** An absent database takes one line, since whoever watches it has said why; what nobody foresaw has its trace. */
const logFailure: ErrorLog = (what, error) =>
  console.error(
    ...(error instanceof DatabaseUnavailableError ? [`${what}: ${error.text.en}`] : [what, error]),
  )

/** Reads the configuration, opens the database, listens, and stops when asked to. */
async function start(): Promise<void> {
  const config = readConfig(process.env)
  console.log('正在打开数据库……  Opening the database …')
  const database = await openDatabase(config, START_PATIENCE_MS)
  const ending = new AbortController()
  const evidence = openEvidenceStore(config)
  const deps: AppDeps = {
    database,
    evidence,
    config,
    sealer: await openSealer(config),
    authSecret: await openAuthSecret(config),
    now: () => new Date(),
    version: manifest.version,
    log: logFailure,
    stopping: ending.signal,
  }
  const api = createApp(deps)
  const publicSite = createPublicSite({ ...deps, webRoot: config.webRoot })
  const pages = createPages(config.webRoot, securityHeaders(config), ownHostOnly(config))
  const server = createAdaptorServer({
    fetch: (request, bindings) => {
      const { pathname } = new URL(request.url)
      const site = /^\/api(\/|$)/.test(pathname)
        ? api
        : PUBLIC_PATHS.test(pathname)
          ? publicSite
          : pages
      return site.fetch(request, bindings)
    },
  })
  try {
    await refuseDemoAccounts(database, config)
    const address = await listen(server, config.port, config.host)
    stopGracefully(server, () => database.close(), ending)
    // Nobody waits for what is done by the clock.
    const unhurried = { ...database, scoped: database.unhurried }
    keepEvidenceSwept(unhurried, evidence, { tell: console.log, fail: logFailure }, ending.signal)
    keepInspecting(unhurried, () => new Date(), logFailure, ending.signal)
    keepTelling(unhurried, () => new Date(), logFailure, ending.signal)
    keepReminding(unhurried, () => new Date(), logFailure, ending.signal)
    console.log(`双防一张图已就绪：${address}`)
    console.log(`Shuangfang OneMap is ready: ${address}`)
  } catch (error) {
    await database.close()
    throw error
  }
}

try {
  await start()
} catch (error) {
  const foreseen = error instanceof ConfigError || error instanceof PortTakenError
  console.error(foreseen ? error.message : (describeFailure(error) ?? error))
  process.exitCode = 1
}
