import type { Label } from './dictionary.ts'
import type { RiskLevel } from './risk-level.ts'

/** What the four levels mean to somebody who lives nearby. */
export const PUBLIC_LEVELS = {
  1: {
    zh: '最高一级。一旦出事，后果可能很严重，还可能影响到厂区以外。企业主要负责人亲自管控，监管人员检查最勤。',
    en: 'The highest. If something goes wrong, the consequences may be very serious and may reach beyond the site. The head of the enterprise controls it in person, and officials visit most often.',
  },
  2: {
    zh: '较高一级。出事可能造成人员伤亡。由企业层面管控，监管人员定期检查。',
    en: 'High. An accident may cost lives or health. It is controlled at company level, and officials visit regularly.',
  },
  3: {
    zh: '需要注意。后果一般限于厂区内，由车间负责管控。',
    en: 'Worth attention. The consequences as a rule stay inside the site; the workshop controls it.',
  },
  4: { zh: '可以接受。按日常制度管理即可。', en: 'Acceptable. Ordinary rules are enough.' },
} as const satisfies Readonly<Record<RiskLevel, Label>>

/** What a level does not say. */
export const PUBLIC_LEVELS_CAUTION: Label = {
  zh: '等级说的是“可能有多危险”，不是“现在正在出事”。等级高的地方，管得也更严。',
  en: 'A level says how dangerous a place could be, not that something is happening now. Where the level is high, control is stricter too.',
}
