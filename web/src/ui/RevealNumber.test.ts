import { OWN_ANSWER_HEADER } from '@onemap/api/domain/own-answer'
import { fireEvent, screen } from '@testing-library/vue'
import { afterEach, expect, test, vi } from 'vitest'
import { show } from '../test/show.ts'
import RevealNumber from './RevealNumber.vue'

const MASKED = '138****5678'
const WHOLE = '13812345678'

afterEach(() => vi.unstubAllGlobals())

/** What the network answers, and what was asked of it. */
function network(status: number, body: unknown): Request[] {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    asked.push(new Request(input, init))
    return Response.json(body, { status, headers: { [OWN_ANSWER_HEADER]: '1' } })
  })
  return asked
}

async function ask(reason: string): Promise<void> {
  await show(
    RevealNumber,
    {
      props: {
        masked: MASKED,
        name: '王强',
        whose: { kind: 'responsibility', enterpriseId: 'e1', id: 'r1' },
      },
    },
    ['place'],
  )
  await fireEvent.click(screen.getByRole('button'))
  await fireEvent.update(screen.getByRole('textbox'), reason)
}

test('A number is asked for with a reason, and gone once the dialog is closed', async () => {
  const asked = network(200, { number: WHOLE })
  await ask('核实整改情况')
  await fireEvent.click(screen.getByRole('button', { name: '查看' }))
  await expect.poll(() => screen.queryByRole('link')?.getAttribute('href')).toBe(`tel:${WHOLE}`)
  expect(await asked[0]?.json()).toMatchObject({ reason: '核实整改情况', id: 'r1' })

  await fireEvent.click(screen.getAllByRole('button', { name: '关闭' })[0] ?? document.body)
  expect(document.body.textContent).not.toContain(WHOLE)
  expect(document.body.textContent).toContain(MASKED)
})

test('Without a reason nobody is asked', async () => {
  const asked = network(200, { number: WHOLE })
  await ask('   ')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '查看' }).disabled).toBe(true)
  expect(asked).toHaveLength(0)
})

test('A refusal is shown and keeps the reason', async () => {
  network(403, {
    type: 'urn:onemap:problem:forbidden',
    title: '无权查看',
    detail: '不是本科室的企业',
  })
  await ask('核实整改情况')
  await fireEvent.click(screen.getByRole('button', { name: '查看' }))
  await expect.poll(() => screen.queryByRole('alert')?.textContent).toContain('不是本科室的企业')
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('核实整改情况')
})
