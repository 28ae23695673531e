import { render, type RenderOptions } from '@testing-library/vue'
import type { Component } from 'vue'
import { i18n, setLocale, speak } from '../i18n/i18n.ts'
import type { Room } from '../i18n/rooms.ts'

/** Renders a part in Chinese with the product's own sentences: those of the frame and of the named rooms. */
export async function show<Part extends Component>(
  part: Part,
  options: RenderOptions<Part>,
  rooms: readonly Room[] = [],
) {
  await setLocale('zh-CN')
  await speak(rooms)
  return render(part, { ...options, global: { plugins: [i18n], ...options.global } })
}
