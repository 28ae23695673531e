import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { listen, PortTakenError } from './listen.ts'

const servers: Array<ReturnType<typeof createServer>> = []
function server() {
  const made = createServer((_request, response) => response.end('here'))
  servers.push(made)
  return made
}
afterEach(() => {
  for (const made of servers.splice(0)) made.close()
})

describe('listen', () => {
  it('returns the address to open', async () => {
    const address = await listen(server(), 0, '127.0.0.1')
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(address)).text()).toBe('here')
  })

  it('says which port is taken and what to do', async () => {
    const port = Number(new URL(await listen(server(), 0, '127.0.0.1')).port)
    const refused = listen(server(), port, '127.0.0.1')
    await expect(refused).rejects.toThrow(PortTakenError)
    await expect(refused).rejects.toThrow(`端口 ${port} 已被占用`)
  })
})
