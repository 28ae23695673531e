import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { problemMapper } from './errors.ts'
import { PROBLEM_TYPE, Problem } from './problem.ts'
import { limitTime } from './time-limit.ts'

const LIMIT_MS = 50
const logged: Error[] = []
const app = new Hono()
app.use(limitTime(LIMIT_MS))
app.onError(problemMapper((_what, error) => logged.push(error)))
const slowly = async () => {
  await pause(LIMIT_MS * 4)
  return new Response('at last')
}
app.get('/api/figures', slowly)
app.get('/api/map/risk-points.arrow', slowly)
app.get('/api/quick', () => new Response('at once'))
app.get(
  '/api/lines',
  () =>
    new Response(
      new ReadableStream({
        async pull(lines) {
          await pause(LIMIT_MS * 2)
          lines.enqueue(new TextEncoder().encode('a line'))
          lines.close()
        },
      }),
    ),
)
app.get('/api/broken', async () => {
  await pause(LIMIT_MS * 2)
  throw new Error('too late to matter')
})

it('gives up what takes too long, and says so', async () => {
  const response = await app.request('/api/figures')
  expect([response.status, response.headers.get('content-type')]).toEqual([503, PROBLEM_TYPE])
  expect(Problem.parse(await response.json())).toMatchObject({
    type: 'urn:onemap:problem:too-slow',
    status: 503,
  })
})

it('lets snapshots take their time', async () => {
  expect(await (await app.request('/api/map/risk-points.arrow')).text()).toBe('at last')
})

it('leaves alone what is in time, and what is sent piece by piece', async () => {
  expect(await (await app.request('/api/quick')).text()).toBe('at once')
  expect(await (await app.request('/api/lines')).text()).toBe('a line')
})

it('survives what fails after it was given up', async () => {
  expect((await app.request('/api/broken')).status).toBe(503)
  await pause(LIMIT_MS * 4)
  expect(logged.map(({ message }) => message)).toEqual(['too late to matter'])
})
