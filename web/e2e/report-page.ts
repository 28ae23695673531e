import type { Page } from 'playwright-core'
import type { PatrolledObject } from './patrol-page.ts'

/** The form in which somebody of the grid reports a hazard at an object, outside a visit. */
export async function openReport(page: Page, { id }: PatrolledObject): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/hazards/new?enterpriseId=${id}`)
  await page.getByLabel('发现了什么').waitFor()
}

/** Takes a photograph into the form; the telephone keeps it whatever comes of sending it. */
export async function photographIt(page: Page, photo: Buffer): Promise<void> {
  const picker = page.getByRole('group', { name: '现场照片' })
  const chosen = page.waitForEvent('filechooser')
  await picker.getByRole('button', { name: '拍照' }).tap()
  await (await chosen).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await picker.getByText(/(?:已存在本机|已上传) 1 \/ 1/).waitFor()
}

/** Writes what was found and hands it over. */
export async function reportIt(page: Page, words: string): Promise<void> {
  await page.getByLabel('发现了什么').fill(words)
  await page.getByRole('button', { name: '上报', exact: true }).tap()
  await page.getByRole('heading', { name: '隐患已记录' }).waitFor()
}
