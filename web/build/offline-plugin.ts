import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

/** Screens that must open without a network, and the parts of the frame that come after it. */
const SCREENS =
  /\/src\/(?:screens\/(?:(?:patrol|away)\/.*|hazards\/report\/(?:GridReportScreen|ReportEntry)|messages\/MessageBell)|live\/LiveMark|navigation\/(?:BottomBar|NavRail)|offline\/OutboxMark|session\/SignOutDialog)\.vue/
/** Sentences of a language that is fetched when it is chosen. */
const LANGUAGES = /\/src\/i18n\//
/** Addressed by name, and so no import of anything. */
const NAMED_ASSET = /maplibre-gl-worker/
const PUBLIC = /^(?:icon.*\.(?:svg|png)|manifest\.webmanifest)$/

/**
 * Writes `/sw.js`, the service worker, with the list of what it keeps: the application's entry and what the patrol's
 * screens need, and not the rest, because a telephone's network and memory are small.
 */
export function offline(): Plugin {
  let root = ''
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    async generateBundle(_options, bundle) {
      const files = [
        ...shellOf(bundle),
        ...readdirSync(resolve(root, 'public')).filter((name) => PUBLIC.test(name)),
      ]
        .map((name) => `/${name}`)
        .toSorted()
      const version = createHash('sha256')
        .update(JSON.stringify(files))
        .update(pageOf(bundle))
        .digest('hex')
        .slice(0, 16)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: await workerOf(root, { version, files }),
      })
    },
  }
}

function pageOf(bundle: Rolldown.OutputBundle): string {
  const page = bundle['index.html']
  return page?.type === 'asset' ? String(page.source) : ''
}

/** The entry's files, those of the needed screens, and what these load later. */
function shellOf(bundle: Rolldown.OutputBundle): Set<string> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const needed = new Set<string>()
  const files = new Set<string>()
  const take = (name: string, later: boolean): void => {
    const chunk = bundle[name]
    const known = `${name} ${String(later)}`
    if (chunk?.type !== 'chunk' || needed.has(known)) return
    needed.add(known)
    files.add(name)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
    for (const next of chunk.imports) take(next, false)
    if (later) for (const next of chunk.dynamicImports) take(next, true)
  }
  for (const { fileName, facadeModuleId, moduleIds, isEntry } of chunks) {
    if (isEntry && facadeModuleId?.endsWith('/index.html')) take(fileName, false)
    else if (moduleIds.some((id) => SCREENS.test(id))) take(fileName, true)
    else if (moduleIds.some((id) => LANGUAGES.test(id))) take(fileName, false)
  }
  for (const name of Object.keys(bundle)) if (NAMED_ASSET.test(name)) files.add(name)
  return files
}

async function workerOf(
  root: string,
  shell: { readonly version: string; readonly files: readonly string[] },
): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { OFFLINE_SHELL: JSON.stringify(shell) },
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: resolve(root, 'src/offline/worker/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const worker = outputs.flatMap(({ output }) => output).find((file) => file.type === 'chunk')
  if (worker === undefined) throw new Error('the service worker was not built')
  return worker.code
}
