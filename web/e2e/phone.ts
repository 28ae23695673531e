import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { callerOf, type DemoAccount } from './accounts.ts'

/** Where something is, in degrees. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

interface Firm {
  readonly id: string
  readonly name: string
  readonly location: { readonly coordinates: readonly [number, number] }
}

/** The enterprise an account of an enterprise works for. */
export async function firmOf(origin: string, account: DemoAccount): Promise<Firm> {
  const {
    items: [firm],
  } = await (await callerOf(origin, account)).get<{ items: Firm[] }>('/api/enterprises?limit=1')
  if (firm === undefined) throw new Error(`${account} has no enterprise`)
  return firm
}

/** So many metres north and east of an enterprise. */
export function besideOf(
  {
    location: {
      coordinates: [longitude, latitude],
    },
  }: Firm,
  north: number,
  east: number,
): Place {
  return { longitude: longitude + east / 91_700, latitude: latitude + north / 111_000 }
}

/** A telephone that is somewhere and may say so. */
export function phoneAt(place: Place): BrowserContextOptions {
  return {
    hasTouch: true,
    isMobile: true,
    permissions: ['geolocation'],
    geolocation: { ...place, accuracy: 12 },
  }
}

/** A photograph as a camera hands it over: what the page looks like. */
export const photograph = (page: Page): Promise<Buffer> =>
  page.screenshot({ type: 'jpeg', quality: 60 })

/** Takes a photograph into a form's picker and waits until it is handed in. */
export async function takePhoto(page: Page, picker: Locator, photo: Buffer): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await picker.getByRole('button', { name: /^(拍照|选择、拖入或粘贴照片、PDF)$/ }).click()
  await (await chosen).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await picker.getByText('已上传 1 / 1').waitFor()
}
