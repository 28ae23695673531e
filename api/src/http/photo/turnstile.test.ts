import { expect, it } from 'vitest'
import { Turnstile } from './turnstile.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** Sends pieces of work of these weights; each goes on until it is told to. */
function sendThrough(turnstile: Turnstile, weights: readonly number[]) {
  const begun: number[] = []
  const ends: ((error?: Error) => void)[] = []
  const passes = weights.map((weight, index) =>
    turnstile.pass(weight, async () => {
      begun.push(index)
      await new Promise<void>((resolve, reject) => {
        ends[index] = (error) => (error === undefined ? resolve() : reject(error))
      })
    }),
  )
  return { begun, passes, end: (index: number, error?: Error) => ends[index]?.(error) }
}

const full = () => new Error('full')

it('lets in as much as it holds, the others in their order, and goes on after a failure', async () => {
  const { begun, passes, end } = sendThrough(new Turnstile(2, 9, full), [1, 1, 1, 1])
  await settled()
  expect(begun).toEqual([0, 1])
  end(0, new Error('failed'))
  await expect(passes[0]).rejects.toThrow('failed')
  await settled()
  expect(begun).toEqual([0, 1, 2])
  for (const index of [1, 2]) end(index)
  await settled()
  end(3)
  await Promise.all(passes.slice(1))
  expect(begun).toEqual([0, 1, 2, 3])
})

it('lets in something too heavy alone, and nobody overtakes it', async () => {
  const { begun, passes, end } = sendThrough(new Turnstile(4, 9, full), [3, 9, 1, 1])
  await settled()
  expect(begun).toEqual([0])
  end(0)
  await settled()
  expect(begun).toEqual([0, 1])
  end(1)
  await settled()
  expect(begun).toEqual([0, 1, 2, 3])
  for (const index of [2, 3]) end(index)
  await Promise.all(passes)
})

it('turns away whoever finds too many waiting', async () => {
  const turnstile = new Turnstile(1, 1, full)
  const { passes, end } = sendThrough(turnstile, [1, 1])
  await expect(turnstile.pass(1, async () => 'never')).rejects.toThrow('full')
  end(0)
  await settled()
  end(1)
  await Promise.all(passes)
  expect(await turnstile.pass(1, async () => 'again')).toBe('again')
})
