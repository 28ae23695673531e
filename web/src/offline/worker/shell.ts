/** What the build wrote that is needed without a network; put in by `build/offline-plugin.ts`. */
declare const OFFLINE_SHELL: { readonly version: string; readonly files: readonly string[] }

const PREFIX = 'onemap-shell-'
const ASSETS = 'onemap-assets'
/** Whoever asks, and however: one file is one file. */
const MATCH = { ignoreVary: true } as const
const PAGE = '/'
/** Where the application is mounted, as its page writes it. */
const MOUNT = 'id="app"'
/** A network that is there and brings nothing is none. */
const PATIENCE_MS = 5000
/** The server's own pages, and what is no page. */
const NOT_OURS = /^\/(?:api|public)(?:\/|$)|\.\w+$/

const shell = (): Promise<Cache> => caches.open(`${PREFIX}${OFFLINE_SHELL.version}`)

/** Keeps all of this version. @throws if one file is missing or not ours: the version before stays then */
export async function keepShell(): Promise<void> {
  const cache = await shell()
  await Promise.all(
    [PAGE, ...OFFLINE_SHELL.files].map(async (file) => {
      const request = new Request(file, {
        cache: file.startsWith('/assets/') ? 'default' : 'reload',
      })
      const answer = await fetch(request)
      const ours = file === PAGE ? await isOurPage(answer) : isOurFile(answer)
      if (!ours) throw new Error(`what came for ${file} is not ours`)
      await cache.put(request, answer)
    }),
  )
}

/** Whether a network did not put a page of its own in place of ours. */
async function isOurPage(answer: Response): Promise<boolean> {
  return answer.ok && !answer.redirected && (await answer.clone().text()).includes(MOUNT)
}

/** No file of ours is a page. */
function isOurFile(answer: Response): boolean {
  return (
    answer.ok && !answer.redirected && !/html/i.test(answer.headers.get('content-type') ?? 'html')
  )
}

/** Forgets the versions before, and their scripts; fonts stay what they are. */
export async function sweepShells(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== `${PREFIX}${OFFLINE_SHELL.version}`)
      await caches.delete(name)
  }
  const assets = await caches.open(ASSETS)
  for (const request of await assets.keys()) {
    if (!request.url.endsWith('.woff2')) await assets.delete(request)
  }
}

/** How a request is answered; null: as if there were no worker. */
export function answerOf(request: Request): (() => Promise<Response>) | null {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return null
  if (request.mode === 'navigate') return NOT_OURS.test(pathname) ? null : () => page(request)
  if (pathname.startsWith('/assets/')) return () => asset(request)
  return OFFLINE_SHELL.files.includes(pathname) ? () => fresh(request) : null
}

async function page(request: Request): Promise<Response> {
  const kept = await (await shell()).match(PAGE, MATCH)
  if (kept === undefined) return fetch(request)
  const patience = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE_MS)
  })
  // Neither a proxy's own words nor a network's sign-in page take the place of the application.
  return Promise.race([
    fetch(request)
      .then(async (answer) => ((await isOurPage(answer)) ? answer : kept))
      .catch(() => kept),
    patience,
  ])
}

/** The name of an asset changes with its content: what is kept is right for ever. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, MATCH)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (isOurFile(answer)) await (await caches.open(ASSETS)).put(request, answer.clone())
  return answer
}

async function fresh(request: Request): Promise<Response> {
  return fetch(request).catch(async () => (await caches.match(request, MATCH)) ?? Response.error())
}
