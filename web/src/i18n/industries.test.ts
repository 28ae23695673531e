import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { show } from '../test/show.ts'
import { setLocale } from './i18n.ts'
import { useIndustries } from './industries.ts'

const Shown = defineComponent({
  setup() {
    const { industryName, industryNames } = useIndustries()
    return () =>
      h('p', [
        industryName('C1312', '小麦加工'),
        ' / ',
        industryName('', '未登记'),
        ' / ',
        industryNames(new Map([['C2021', '胶合板制造']]))?.get('C2021'),
      ])
  },
})

describe('an industry', () => {
  it('is named as the ledger names it in Chinese, by its class in English', async () => {
    const { container } = await show(Shown, {})
    expect(container.textContent).toBe('小麦加工 / 未登记 / 胶合板制造')
    await setLocale('en')
    await expect.poll(() => container.textContent).toBe('Wheat milling / 未登记 / Plywood')
    await setLocale('zh-CN')
  })
})
