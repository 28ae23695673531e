import type { Label } from '@onemap/api/domain/dictionary'

/** An area in words. */
export function squareMetres(area: number): Label {
  const digits = { maximumFractionDigits: area < 100 ? 1 : 0 }
  return {
    zh: `${area.toLocaleString('zh-CN', digits)} 平方米`,
    en: `${area.toLocaleString('en', digits)} m²`,
  }
}

/** A share in words, such as 6.2 %. */
export const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`

/** The first few of what has codes and names. */
export function someOf(rows: readonly { code: string; name: string }[]): Label {
  const shown = rows.slice(0, 5).map(({ code, name }) => `${code} ${name}`)
  const more = rows.length > shown.length
  return { zh: shown.join('、') + (more ? ' 等' : ''), en: shown.join(', ') + (more ? ', …' : '') }
}
