import type { AccidentType } from './accident-type.ts'
import { codesOf, type Dictionary, type Label } from './dictionary.ts'

/** What neighbours need to know of one sort of accident, in words that need no training. */
interface PublicHarm extends Label {
  /** What could happen to somebody nearby. */
  readonly happens: Label
  /** How they would be warned. */
  readonly warning: Label
  /** What to do, most urgent first. */
  readonly doThis: readonly Label[]
}

const CALL = {
  zh: '确认自己安全后拨打 119（火警）或 120（急救）',
  en: 'Once you are safe, call 119 (fire) or 120 (ambulance)',
} as const
const FOLLOW = {
  zh: '听从消防、公安人员和村（社区）广播的安排，未通知解除前不要返回',
  en: 'Follow the firefighters, the police and the village loudspeaker; do not go back before the all-clear',
} as const
const AWAY = {
  zh: '立即远离现场，不围观、不拍照',
  en: 'Leave the place at once; do not stay to watch or film',
} as const

/** Sorts of accident as the public meets them. The advice is general and not an emergency plan of any one site. */
export const PUBLIC_HARMS = {
  toxic: {
    zh: '有毒或刺激性气体泄漏',
    en: 'Leak of poisonous or irritating gas',
    happens: {
      zh: '气体随风扩散，可能使人咳嗽、流泪、头晕，严重时中毒或窒息',
      en: 'Gas drifts with the wind and may cause coughing, tears or dizziness, in the worst case poisoning or suffocation',
    },
    warning: {
      zh: '厂区警报连续鸣响，村（社区）广播通知撤离或关窗',
      en: 'The site’s siren sounds without a break; the village loudspeaker tells people to leave or to close windows',
    },
    doThis: [
      {
        zh: '在室外：看风向，往侧风或上风方向离开，不往低洼处走',
        en: 'Outdoors: look where the wind blows and leave across or against it; keep out of hollows',
      },
      { zh: '用湿毛巾捂住口鼻', en: 'Cover nose and mouth with a wet cloth' },
      {
        zh: '来不及离开：进入室内，关闭门窗和空调、换气扇',
        en: 'If you cannot get away: go indoors, close doors and windows, switch off air conditioning and fans',
      },
      CALL,
      FOLLOW,
    ],
  },
  explosion: {
    zh: '爆炸',
    en: 'Explosion',
    happens: {
      zh: '冲击波可能震碎玻璃、抛出碎片，并可能引起火灾',
      en: 'The blast may break windows and throw fragments, and may start a fire',
    },
    warning: {
      zh: '可能来不及预警；如有险情，厂区警报短促鸣响，村（社区）广播通知撤离',
      en: 'There may be no time for a warning; otherwise the siren sounds in short bursts and the village loudspeaker tells people to leave',
    },
    doThis: [
      {
        zh: '就地卧倒，护住头颈，远离窗户和玻璃',
        en: 'Lie down, protect head and neck, keep away from windows and glass',
      },
      {
        zh: '响声过后迅速远离，警惕二次爆炸',
        en: 'Afterwards leave quickly: there may be a second explosion',
      },
      {
        zh: '不使用明火，不开关电器，以防可燃气体',
        en: 'Use no flame and no switches: there may be flammable gas',
      },
      CALL,
      FOLLOW,
    ],
  },
  fire: {
    zh: '火灾',
    en: 'Fire',
    happens: {
      zh: '火焰和浓烟可能蔓延到厂区以外，烟气有害',
      en: 'Flames and dense smoke may reach beyond the site; the smoke is harmful',
    },
    warning: {
      zh: '厂区警报连续鸣响，可见烟火；村（社区）广播通知',
      en: 'The site’s siren sounds without a break, smoke or flames can be seen; the village loudspeaker tells people',
    },
    doThis: [
      AWAY,
      {
        zh: '往上风方向离开；在室内关闭朝向火场的门窗',
        en: 'Leave against the wind; indoors, close doors and windows that face the fire',
      },
      { zh: '让出消防通道', en: 'Keep the roads free for the fire brigade' },
      CALL,
      FOLLOW,
    ],
  },
  corrosive: {
    zh: '高温或腐蚀性物料喷溅',
    en: 'Splash of hot or corrosive material',
    happens: {
      zh: '一般只影响厂区内；泄漏到路面时可能灼伤皮肤',
      en: 'As a rule only inside the site; where it runs onto a road it may burn the skin',
    },
    warning: { zh: '厂区警报，现场拉设警戒线', en: 'The site’s siren; the place is cordoned off' },
    doThis: [
      { zh: '不接触、不跨越不明液体', en: 'Do not touch or step across unknown liquid' },
      {
        zh: '如已沾到：脱去衣物，用大量清水冲洗至少 15 分钟',
        en: 'If it touched you: take off the clothes and rinse with plenty of water for at least 15 minutes',
      },
      CALL,
      FOLLOW,
    ],
  },
  collapse: {
    zh: '坍塌',
    en: 'Collapse',
    happens: {
      zh: '建筑物、堆场或边坡可能倒塌，危及紧邻的道路和房屋',
      en: 'A building, heap or slope may collapse onto the roads and houses right beside it',
    },
    warning: {
      zh: '现场拉设警戒线，广播通知；出现裂缝、异响、落石时视同预警',
      en: 'The place is cordoned off and the loudspeaker tells people; cracks, strange noises and falling stones are warnings too',
    },
    doThis: [
      AWAY,
      { zh: '不在围墙、堆场、边坡下停留', en: 'Do not stay below walls, heaps or slopes' },
      CALL,
      FOLLOW,
    ],
  },
  water: {
    zh: '溺水或涌水',
    en: 'Drowning or a rush of water',
    happens: {
      zh: '池、塘、船闸、码头边缘可能有人落水',
      en: 'People may fall in at basins, ponds, locks and quays',
    },
    warning: { zh: '现场设有警示牌和围栏', en: 'There are warning signs and fences' },
    doThis: [
      { zh: '不越过围栏，看护好儿童', en: 'Do not cross the fences; keep an eye on children' },
      {
        zh: '有人落水：呼救，抛救生圈、绳索或竹竿，不盲目下水',
        en: 'If somebody falls in: call for help, throw a lifebuoy, rope or pole; do not jump in yourself',
      },
      CALL,
    ],
  },
  'on-site': {
    zh: '作业场所内的伤害',
    en: 'Injury at the workplace',
    happens: {
      zh: '只危及在场人员，一般不影响周边',
      en: 'Endangers only people on the site; as a rule nobody outside',
    },
    warning: { zh: '现场警示标志', en: 'Warning signs on the site' },
    doThis: [
      {
        zh: '不进入作业区域，注意进出车辆',
        en: 'Do not enter working areas; watch out for vehicles at the gate',
      },
    ],
  },
} as const satisfies Dictionary<string, PublicHarm>

export type PublicHarmCode = keyof typeof PUBLIC_HARMS
export const PUBLIC_HARM_CODES = codesOf(PUBLIC_HARMS)

/** The most far-reaching first: what a page tells first. */
export const PUBLIC_HARM_ORDER = [
  'toxic',
  'explosion',
  'fire',
  'corrosive',
  'collapse',
  'water',
  'on-site',
] as const satisfies readonly PublicHarmCode[]

const HARM_OF = {
  1: 'on-site',
  2: 'on-site',
  3: 'on-site',
  4: 'on-site',
  5: 'on-site',
  6: 'water',
  7: 'corrosive',
  8: 'fire',
  9: 'on-site',
  10: 'collapse',
  11: 'collapse',
  12: 'water',
  13: 'explosion',
  14: 'explosion',
  15: 'explosion',
  16: 'explosion',
  17: 'explosion',
  18: 'explosion',
  19: 'toxic',
  20: 'on-site',
} as const satisfies Readonly<Record<AccidentType, PublicHarmCode>>

/** What the public may meet where accidents of these GB 6441 types are possible; the most far-reaching first, each once. */
export function publicHarmsOf(accidentTypes: Iterable<AccidentType>): PublicHarmCode[] {
  const harms = new Set<PublicHarmCode>([...accidentTypes].map((type) => HARM_OF[type]))
  return PUBLIC_HARM_ORDER.filter((harm) => harms.has(harm))
}
