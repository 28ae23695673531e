import { describe, expect, it } from 'vitest'
import { formTokens } from './form-token.ts'

describe('a form', () => {
  let at = new Date('2026-11-23T08:00:00Z')
  const tokens = formTokens('secret', () => at)
  const later = (seconds: number) => {
    at = new Date(at.getTime() + seconds * 1000)
  }

  it('is taken once a person has had time to fill it in, for two hours, always as the same concern', () => {
    const token = tokens.issue()
    expect(tokens.check(token)).toEqual({ ok: false, why: 'too-soon' })
    later(3)
    const first = tokens.check(token)
    expect(first).toMatchObject({ ok: true })
    expect(tokens.check(token)).toEqual(first)
    later(7198)
    expect(tokens.check(token)).toEqual({ ok: false, why: 'too-late' })
  })

  it.each(['', 'x', 'a.b.c', '..'])('is forged: %s', (token) => {
    expect(tokens.check(token)).toEqual({ ok: false, why: 'forged' })
  })

  it('is forged when anything in it was changed or another server signed it', () => {
    const token = tokens.issue()
    later(10)
    const [id, time, signature] = token.split('.')
    expect(tokens.check(`${id}.${Number(time) - 100}.${signature}`)).toEqual({
      ok: false,
      why: 'forged',
    })
    expect(tokens.check(`00000000-0000-4000-8000-000000000000.${time}.${signature}`)).toEqual({
      ok: false,
      why: 'forged',
    })
    expect(formTokens('other', () => at).check(token)).toEqual({ ok: false, why: 'forged' })
  })
})
