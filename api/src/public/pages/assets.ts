import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PageAssets } from './page.ts'

const ENTRY = 'src/public/main.ts'
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional() }),
)

/** Where the built script and style sheet lie; while developing, Vite serves the source itself. @param webRoot folder that `vite build` wrote */
export function publicAssets(webRoot: string): PageAssets {
  const manifest = join(webRoot, '.vite/manifest.json')
  if (!existsSync(manifest)) return { styles: [], script: `/${ENTRY}` }
  const entry = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')))[ENTRY]
  if (entry === undefined) return { styles: [], script: `/${ENTRY}` }
  return { styles: (entry.css ?? []).map((file) => `/${file}`), script: `/${entry.file}` }
}
