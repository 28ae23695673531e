import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
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

const TEST_SERVER = fileURLToPath(new URL('./test-server.ts', import.meta.url))

describe('a signal', () => {
  it('lets what was asked be answered, then cleans up, though it arrives twice', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', TEST_SERVER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/^http.*\n/)
    const [address = ''] = said.split('\n')
    const answer = fetch(address).then((response) => response.text())
    await expect.poll(() => said).toContain('asked')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    child.kill('SIGTERM')
    expect(await answer).toBe('answered')
    expect(await ended).toEqual([0, null])
    expect(said).toContain('cleaned up')
    await expect(fetch(address)).rejects.toThrow()
  })
})
