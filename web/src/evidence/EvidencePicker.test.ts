import { fireEvent, screen } from '@testing-library/vue'
import { expect, test, vi } from 'vitest'
import { show } from '../test/show.ts'
import EvidencePicker from './EvidencePicker.vue'
import type { Keeper } from './keeper.ts'
import type { Evidence } from './requests.ts'

const record = (id: string): Evidence => ({
  id,
  enterpriseId: 'e1',
  kind: 'photo',
  mime: 'image/jpeg',
  bytes: 3,
  width: null,
  height: null,
  name: `${id}.jpg`,
  location: null,
  takenAt: null,
  incomplete: false,
  uploadedByName: '李娜',
  uploadedAt: '2026-11-23T00:00:00+08:00',
})
// The simulated browser does not know whether a page came over HTTPS.
vi.stubGlobal('isSecureContext', false)

const onDevice: Keeper = {
  keep: async ({ id, file }) => ({ ...record(id), name: file.name }),
  previewOf: () => '',
}
const files = (...names: string[]): File[] =>
  names.map((name) => new File([name], name, { type: 'image/jpeg' }))
const picker = (modelValue: Evidence[], max = 2) =>
  show(
    EvidencePicker,
    {
      props: {
        enterpriseId: 'e1',
        label: '整改前照片',
        max,
        modelValue,
        keeper: onDevice,
        offerPosition: false,
      },
    },
    ['evidence'],
  )

test('Dropped files become evidence of the form', async () => {
  const { emitted } = await picker([])
  await fireEvent.drop(screen.getByRole('group', { name: '整改前照片' }), {
    dataTransfer: { files: files('泵房.jpg') },
  })
  await expect
    .poll(() => emitted('update:modelValue')?.at(-1))
    .toMatchObject([[{ name: '泵房.jpg' }]])
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

test('Pasted pictures are taken, pasted words are left to the form', async () => {
  await picker([])
  const group = screen.getByRole('group')
  await fireEvent.paste(group, { clipboardData: { files: [] } })
  expect(screen.queryByRole('listitem')).toBeNull()
  await fireEvent.paste(group, { clipboardData: { files: files('截图.jpg') } })
  await expect.poll(() => screen.queryAllByRole('listitem').length).toBe(1)
})

test('More than fit are left out by name, and no further file is asked for', async () => {
  await picker([])
  await fireEvent.drop(screen.getByRole('group'), {
    dataTransfer: { files: files('一.jpg', '二.jpg', '三.jpg') },
  })
  await expect.poll(() => screen.getAllByRole('listitem').length).toBe(2)
  expect(screen.getByText(/1/, { selector: '[role=status]' })).toBeTruthy()
  const choose = screen
    .getAllByRole<HTMLButtonElement>('button')
    .find(({ textContent }) => textContent?.includes('选择'))
  expect(choose?.disabled).toBe(true)
})
