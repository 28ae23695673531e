import {
  MEASURE_CATEGORIES,
  MEASURE_CATEGORY_CODES,
  type MeasureCategory,
} from '../../domain/control-measure.ts'
import type { z } from 'zod'
import { text } from '../cells/text.ts'
import { optional } from '../column.ts'

/** Headings and an example for each category of measure. */
const COLUMNS = {
  institutional: {
    aliases: ['制度管理措施', '管理措施', '管理制度'],
    example: '执行液氨储罐区安全管理制度，每 2 小时巡检一次',
  },
  engineering: {
    aliases: ['物理工程措施', '工程技术措施', '工程技术', '工程控制措施'],
    example: '设围堰、水喷淋和防爆墙',
  },
  monitoring: { aliases: ['在线监测措施', '监测监控'], example: '氨气浓度、压力、液位在线监测' },
  video: { aliases: ['视频监控措施', '视频'], example: '罐区四角视频监控，接入中控室' },
  automation: { aliases: ['自动化控制措施', '自动控制', '自动化'], example: '高液位联锁切断进料' },
  emergency: {
    aliases: ['应急管理措施', '应急处置措施', '应急措施', '应急处置'],
    example: '液氨泄漏现场处置方案，每半年演练',
  },
  training: { aliases: ['培训教育措施', '培训', '教育培训'], example: '每季度专项培训并考核' },
  protection: {
    aliases: ['个体防护措施', '个人防护', '个体防护用品'],
    example: '防毒面具、防化服、防冻手套',
  },
} as const satisfies Readonly<
  Record<MeasureCategory, { aliases: readonly string[]; example: string }>
>

/**
 * One column a category of measure (六类措施、培训、个体防护).
 * @param longest characters a cell may hold
 */
export function measureColumns(longest = 2000) {
  const column = (category: MeasureCategory): z.ZodType<string | null, string> =>
    optional(
      {
        heading: MEASURE_CATEGORIES[category].zh,
        ...COLUMNS[category],
        note: '多条措施写在一格内',
      },
      text(longest),
    )
  return {
    institutional: column('institutional'),
    engineering: column('engineering'),
    monitoring: column('monitoring'),
    video: column('video'),
    automation: column('automation'),
    emergency: column('emergency'),
    training: column('training'),
    protection: column('protection'),
  } satisfies Record<MeasureCategory, unknown>
}

/** The categories whose column a file has. */
export function presentCategories(present: ReadonlySet<string>): MeasureCategory[] {
  return MEASURE_CATEGORY_CODES.filter((category) => present.has(category))
}
