import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import CoordinateFields from './CoordinateFields.vue'

const fields = (coordinates: [number, number] | null, datum: 'wgs84' | 'gcj02' = 'wgs84') =>
  show(
    CoordinateFields,
    {
      props: {
        modelValue: coordinates === null ? null : { type: 'Point', coordinates },
        datum,
      },
    },
    ['place'],
  )

async function type(name: RegExp, text: string): Promise<void> {
  const field = screen.getByRole('textbox', { name })
  await fireEvent.update(field, text)
  await fireEvent(field, new Event('change'))
}

test('A place on the map stands in the fields', async () => {
  await fields([117.7333, 34.5622])
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /经度/ }).value).toBe('117.733300')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /纬度/ }).value).toBe('34.562200')
})

test('Two numbers pasted into one field are parted, whichever comes first', async () => {
  const { emitted } = await fields(null)
  await type(/纬度/, '34.5622, 117.7333')
  const [place] = emitted<[{ coordinates: [number, number] }]>('update:modelValue').at(-1) ?? []
  expect(place?.coordinates).toEqual([117.7333, 34.5622])
})

test('Numbers read from a Chinese map service are moved to where they mean', async () => {
  const { emitted } = await fields(null, 'gcj02')
  await type(/经度/, '117.7333,34.5622')
  const [place] = emitted<[{ coordinates: [number, number] }]>('update:modelValue').at(-1) ?? []
  // GCJ-02 lies about half a kilometre east of WGS 84 here.
  expect(117.7333 - (place?.coordinates[0] ?? 0)).toBeGreaterThan(0.004)
  expect(117.7333 - (place?.coordinates[0] ?? 0)).toBeLessThan(0.008)
})

test('A number outside China is refused in its field and moves nothing', async () => {
  const { emitted } = await fields(null)
  await type(/经度/, '17.7333')
  expect(screen.getByRole('textbox', { name: /经度/ }).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/70 到 140/)).toBeTruthy()
  expect(emitted('update:modelValue')).toBeUndefined()
})
