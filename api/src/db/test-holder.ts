import { holdDirectory } from './directory-lock.ts'

/** A process of its own that holds a directory until it is ended. */
await holdDirectory(process.argv[2] ?? '')
process.stdout.write('held')
setInterval(() => undefined, 60_000)
