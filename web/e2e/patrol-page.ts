import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { callerOf, type DemoAccount } from './accounts.ts'
import type { Place } from './phone.ts'

/** An object of a person's patrol. */
export interface PatrolledObject {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly location: { readonly coordinates: readonly [number, number] }
  readonly hazards: readonly { readonly id: string; readonly description: string }[]
}

export async function objectsOf(origin: string, account: DemoAccount): Promise<PatrolledObject[]> {
  return (
    await (await callerOf(origin, account)).get<{ objects: PatrolledObject[] }>('/api/patrols/mine')
  ).objects
}

/** A few steps from an object. */
export function besideObject({
  location: {
    coordinates: [longitude, latitude],
  },
}: PatrolledObject): Place {
  return { longitude: longitude + 20 / 91_700, latitude: latitude + 15 / 111_000 }
}

/** Goes to an object, within the application: as a thumb does, and where there is no network. */
export async function goTo(
  page: Page,
  context: BrowserContext,
  object: PatrolledObject,
): Promise<void> {
  await context.setGeolocation({ ...besideObject(object), accuracy: 12 })
  await page.goto(`${new URL(page.url()).origin}/patrol/${object.id}`)
  await page.getByRole('button', { name: '定位签到' }).tap()
  await page.getByText('在 200 m 范围内').waitFor()
}

/** Answers the whole checklist; one item, if asked, is not in order. */
export async function answerAll(page: Page, failing: number | null = null): Promise<void> {
  const items = page.locator('.item')
  for (let index = 0; index < (await items.count()); index += 1) {
    await items
      .nth(index)
      .getByRole('button', { name: index === failing ? '不符合' : '符合', exact: true })
      .tap()
  }
}

/** Reports the hazard of an item that is not in order, with a photograph. */
export async function reportAt(page: Page, index: number, photo: Buffer): Promise<void> {
  const item = page.locator('.item').nth(index)
  await item.getByRole('button', { name: '上报隐患' }).tap()
  const chosen = page.waitForEvent('filechooser')
  await item
    .getByRole('group', { name: '隐患照片' })
    .getByRole('button', { name: /^(拍照|选择、拖入或粘贴照片、PDF)$/ })
    .tap()
  await (await chosen).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await item.getByText('已存在本机 1 / 1').waitFor()
}

/** Signs with a finger. */
export async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel('签字人姓名').fill(name)
  const pad = page.locator('.signature svg').first()
  // Down to the edge of the window, where the bars are: they must not lie over it.
  await pad.evaluate((field) => field.scrollIntoView({ block: 'end' }))
  const box = await pad.boundingBox()
  if (box === null) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(box.x + 30 + step * 12, box.y + 40 + 20 * Math.sin(step))
  await page.mouse.up()
  await page.getByRole('img', { name: '已签字' }).waitFor()
}

export const submit = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^提交 · / }).tap()

/** The telephone keeps what it needs: its worker runs, and the objects and the map are there. */
export async function untilReadyForAway(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration()
          if (
            registration?.active?.state !== 'activated' ||
            navigator.serviceWorker.controller === null
          )
            return false
          const database = await new Promise<IDBDatabase | null>((resolve) => {
            const request = indexedDB.open('onemap')
            request.addEventListener('success', () => resolve(request.result))
            request.addEventListener('error', () => resolve(null))
          })
          if (database === null) return false
          const counts = await Promise.all(
            ['patrols', 'base'].map(
              (store) =>
                new Promise<number>((resolve) => {
                  const request = database.transaction(store).objectStore(store).count()
                  request.addEventListener('success', () => resolve(request.result))
                  request.addEventListener('error', () => resolve(0))
                }),
            ),
          )
          database.close()
          return counts.every((count) => count === 1)
        }),
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true)
}
