import { HAZARD_EVENTS, type HazardEvent } from '@onemap/api/domain/hazard-event'
import type { Locator, Page } from 'playwright-core'
import { callerOf, type DemoAccount } from './accounts.ts'
import type { Place } from './phone.ts'

/** A hazard as the journeys name it. */
export interface Reported {
  readonly id: string
  readonly enterpriseId: string
  readonly code: string
}

/** Hands a photograph in besides the browser. @returns its id */
export async function uploadPhoto(
  origin: string,
  account: DemoAccount,
  enterpriseId: string,
  photo: Buffer,
): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'IMG_0002.jpg')
  return (
    await (
      await callerOf(origin, account)
    ).post<{ id: string }>(`/api/enterprises/${enterpriseId}/evidence`, form)
  ).id
}

/** Reports a hazard besides the browser, for journeys that begin later. */
export async function reportHazard(
  origin: string,
  account: DemoAccount,
  enterpriseId: string,
  at: Place,
  description: string,
  photo: Buffer,
): Promise<Reported> {
  const caller = await callerOf(origin, account)
  const evidence = await uploadPhoto(origin, account, enterpriseId, photo)
  return caller.post('/api/hazards', {
    enterpriseId,
    description,
    locationText: '院内',
    location: { type: 'Point', coordinates: [at.longitude, at.latitude] },
    evidence: [evidence],
  })
}

/** Acts on a hazard besides the browser. */
export async function actBeside(
  origin: string,
  account: DemoAccount,
  { enterpriseId, id }: Reported,
  act: { type: HazardEvent } & Record<string, unknown>,
): Promise<void> {
  await (
    await callerOf(origin, account)
  ).post(`/api/enterprises/${enterpriseId}/hazards/${id}/events`, act)
}

/** Opens the form of an act that is offered. */
export async function begin(page: Page, act: HazardEvent): Promise<Locator> {
  await page
    .locator('section.acts')
    .getByRole('button', { name: new RegExp(`^${HAZARD_EVENTS[act].zh}`) })
    .click()
  const form = page.locator('form.act')
  await form.waitFor()
  return form
}

/** Sends the form of an act and waits until it stands. */
export async function send(page: Page, act: HazardEvent): Promise<void> {
  const name = HAZARD_EVENTS[act].zh
  await page
    .locator('form.act')
    .getByRole('button', { name: new RegExp(`^${name} YH`) })
    .click()
  await page.getByText(`已办理：${name}`, { exact: true }).waitFor()
}

/** Opens the form of an act that somebody has to approve. */
export async function beginProposal(page: Page, act: HazardEvent): Promise<void> {
  await page
    .locator('section.acts')
    .getByRole('button', { name: new RegExp(`^提请${HAZARD_EVENTS[act].zh}`) })
    .click()
  await page.locator('form.act').waitFor()
}

/** Sends such a form, and waits until it is on its way. */
export async function propose(page: Page, act: HazardEvent): Promise<void> {
  const name = HAZARD_EVENTS[act].zh
  await page
    .locator('form.act')
    .getByRole('button', { name: new RegExp(`^提请${name} YH`) })
    .click()
  await page.getByText(`已提请审批：${name}`).waitFor()
}

/** A leader's approval of what was put forward about a hazard, in the inbox. */
export async function approve(leader: Page, act: HazardEvent, description: string): Promise<void> {
  const name = HAZARD_EVENTS[act].zh
  const asked = leader
    .getByRole('region', { name: `提请${name}`, exact: true })
    .filter({ hasText: description })
  await asked.getByRole('button', { name: `批准${name}`, exact: true }).tap()
  await leader.getByText(`已批准，${name}已生效`).waitFor()
}

/** Acts as the form stands by default. */
export async function act(page: Page, type: HazardEvent): Promise<void> {
  await begin(page, type)
  await send(page, type)
}

/** The steps of the timeline, from the first to the last, each with the name of the step. */
export async function stepsOf(page: Page): Promise<Locator[]> {
  return (await page.getByRole('region', { name: '治理过程' }).locator('ol > li').all()).reverse()
}
