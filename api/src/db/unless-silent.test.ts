import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { SilentDatabaseError, unlessSilent } from './unless-silent.ts'

it('gives what was answered, and the failure that was answered', async () => {
  expect(await unlessSilent(Promise.resolve(1))).toBe(1)
  await expect(unlessSilent(Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError)
})

it('gives up on who says nothing', async () => {
  await expect(unlessSilent(new Promise(() => undefined), 2)).rejects.toThrow(SilentDatabaseError)
})

it('does not blame the other side for time in which this process did nothing', async () => {
  const answer = unlessSilent(pause(600, 'here'), 3)
  const until = Date.now() + 1_500
  while (Date.now() < until);
  expect(await answer).toBe('here')
})
