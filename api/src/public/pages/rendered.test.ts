import { describe, expect, it } from 'vitest'
import { RenderedPages } from './rendered.ts'

const page = (letter: string) => async () => letter.repeat(1000)

describe('rendered pages', () => {
  it('are made once while they are kept', async () => {
    const pages = new RenderedPages()
    let made = 0
    const make = async () => `page ${++made}`
    const [one, other] = await Promise.all([pages.get('a', make), pages.get('a', make)])
    expect(made).toBe(1)
    expect(one).toBe(other)
    expect(String(one.plain)).toBe('page 1')
  })

  it('take no more than they may, however many names are made up', async () => {
    const pages = new RenderedPages(5000)
    for (let n = 0; n < 200; n++) {
      await pages.get(`?q=${n}`, page('x'))
      expect(pages.bytes).toBeLessThanOrEqual(5000)
    }
    expect(pages.bytes).toBeGreaterThan(2000)
  })

  it('give up those first that nobody asked for lately', async () => {
    const pages = new RenderedPages(3500)
    let madeAgain = false
    await pages.get('list', page('l'))
    for (let n = 0; n < 10; n++) {
      await pages.get(`?q=${n}`, page('x'))
      await pages.get('list', async () => {
        madeAgain = true
        return ''
      })
    }
    expect(madeAgain).toBe(false)
  })

  it('that failed are made anew', async () => {
    const pages = new RenderedPages()
    await expect(pages.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow()
    expect(String((await pages.get('a', page('a'))).plain)).toHaveLength(1000)
    expect(pages.bytes).toBeGreaterThan(0)
  })
})
