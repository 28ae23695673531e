import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { listen, stopGracefully } from './listen.ts'

/** A process of its own whose answers take a second, and whose clean-up says that it was done. */
const server = createServer(async (_request, response) => {
  process.stdout.write('asked\n')
  await pause(1_000)
  response.end('answered')
})
const address = await listen(server, 0, '127.0.0.1')
stopGracefully(server, async () => {
  process.stdout.write('cleaned up\n')
})
process.stdout.write(`${address}\n`)
