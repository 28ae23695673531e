import { expect, it } from 'vitest'
import { Turnstile } from './turnstile.ts'

it('lets so many through at once, the others in their order, and goes on after a failure', async () => {
  const turnstile = new Turnstile(2)
  const begun: number[] = []
  const finish: (() => void)[] = []
  const passes = [1, 2, 3, 4].map((number) =>
    turnstile.pass(async () => {
      begun.push(number)
      await new Promise<void>((resolve, reject) =>
        finish.push(number === 1 ? () => reject(new Error('failed')) : resolve),
      )
    }),
  )
  await Promise.resolve()
  expect(begun).toEqual([1, 2])
  finish[0]?.()
  await expect(passes[0]).rejects.toThrow('failed')
  await new Promise((resolve) => setTimeout(resolve))
  expect(begun).toEqual([1, 2, 3])
  finish[1]?.()
  finish[2]?.()
  await Promise.all(passes.slice(1, 3))
  await new Promise((resolve) => setTimeout(resolve))
  finish[3]?.()
  await Promise.all(passes.slice(1))
  expect(begun).toEqual([1, 2, 3, 4])
})
