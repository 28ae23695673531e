// A thread does not inherit how its process understands TypeScript, so that it is told anew.
import { register } from 'tsx/esm/api'

register()
await import('./reader.ts')
