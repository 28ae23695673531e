import {
  HAZARD_GRADES,
  HAZARD_ORIGINS,
  HAZARD_STATUSES,
  HAZARD_TREATMENTS,
} from '@onemap/api/domain/hazard'
import { z } from 'zod'
import { choice } from '@onemap/api/ledger/cells/choice'
import { creditCode } from '@onemap/api/ledger/cells/credit-code'
import { day } from '@onemap/api/ledger/cells/day'
import { code, text } from '@onemap/api/ledger/cells/text'
import { columnsOf, optional, required } from '@onemap/api/ledger/column'
import { EXAMPLE_CREDIT_CODE } from '@onemap/api/ledger/example'
import { maybePlaced } from '@onemap/api/ledger/place-columns'

/** What a ledger may say of a hazard: a status, or only that it has been put right, when the dates say the rest. */
const LEDGER_STATUSES = {
  ...HAZARD_STATUSES,
  rectified: { zh: '已整改', en: 'Rectified' },
} as const

/** 隐患台账: one row a hazard, known by its enterprise's credit code and its own code. */
export const HazardRow = z.object({
  creditCode: required(
    {
      heading: '统一社会信用代码',
      aliases: ['信用代码', '社会信用代码', '统一信用代码', '企业信用代码'],
      example: EXAMPLE_CREDIT_CODE,
      note: '企业须先在企业台账中',
    },
    creditCode(),
  ),
  code: required(
    {
      heading: '隐患编号',
      aliases: ['隐患编码', '编号', '编码', '隐患序号', '序号'],
      example: 'YH-2026-001',
      note: '企业内唯一，再次导入时按此更新',
    },
    code(),
  ),
  riskPointCode: optional(
    {
      heading: '风险点编码',
      aliases: ['风险点编号', '所属风险点', '风险点序号'],
      example: '',
      note: '须先在风险分级管控清单中',
    },
    code(),
  ),
  description: required(
    {
      heading: '隐患描述',
      aliases: [
        '隐患内容',
        '隐患情况',
        '事故隐患',
        '隐患名称',
        '存在的问题',
        '问题描述',
        '事故隐患内容',
      ],
      example: '液氨储罐区喷淋系统东侧喷头堵塞',
    },
    text(1000),
  ),
  location: optional(
    {
      heading: '位置',
      aliases: ['地点', '隐患位置', '隐患部位', '所在位置', '隐患地点', '部位'],
      example: '液氨储罐区东侧',
    },
    text(200),
  ),
  ...maybePlaced('已有隐患不变，新隐患用所填风险点或企业的坐标'),
  origin: optional(
    {
      heading: '隐患来源',
      aliases: ['来源', '排查方式', '排查类型', '检查类型', '排查形式'],
      example: '日常排查',
      note: '不填：新隐患记为其他',
    },
    choice(HAZARD_ORIGINS, {
      daily: ['日常', '日常检查', '日常巡查'],
      comprehensive: ['综合', '综合检查', '综合排查'],
      specialised: ['专业', '专项', '专项检查', '专项排查', '专业检查'],
      seasonal: ['季节', '季节性检查'],
      holiday: ['节假日', '节假日检查'],
      expert: ['外聘专家', '外聘专家检查'],
      restart: ['复产复工', '复工复产'],
      'grid-patrol': ['网格员巡查', '网格'],
      'department-check': ['部门', '执法检查', '监督检查', '政府检查'],
      'public-report': ['举报', '举报投诉'],
      assigned: ['交办'],
      'monitoring-warning': ['预警', '监测报警'],
    }),
  ),
  grade: optional(
    {
      heading: '隐患等级',
      aliases: ['等级', '隐患级别', '级别', '隐患分级'],
      example: '一般隐患',
      note: '除待核实、待定级、作废外必填',
    },
    choice(HAZARD_GRADES, {
      general: ['一般', '一般事故隐患'],
      major: ['重大', '重大事故隐患'],
    }),
  ),
  treatment: optional(
    { heading: '治理方式', aliases: ['整改方式', '治理类型', '整改类型'], example: '限期整改' },
    choice(HAZARD_TREATMENTS, {
      'on-the-spot': ['立即整改', '当场整改', '立查立改', '立行立改'],
      'time-limited': ['限期'],
    }),
  ),
  foundOn: required(
    {
      heading: '发现日期',
      aliases: ['排查日期', '发现时间', '排查时间', '检查日期', '检查时间', '上报日期', '登记日期'],
      example: '2026-05-10',
    },
    day(),
  ),
  deadline: optional(
    {
      heading: '整改期限',
      aliases: [
        '整改时限',
        '整改截止日期',
        '计划完成日期',
        '限期整改日期',
        '要求完成时间',
        '计划整改完成时间',
        '整改期限（日期）',
      ],
      example: '2026-05-25',
      note: '填日期，不填天数',
    },
    day(),
  ),
  status: required(
    {
      heading: '状态',
      aliases: ['隐患状态', '整改状态', '整改情况', '治理状态', '是否整改', '当前状态'],
      example: '整改中',
      note: '“已整改”：填了验收日期为验收通过，填了销号日期为已销号，都没填为待复查',
    },
    choice(LEDGER_STATUSES, {
      rectifying: ['未整改', '正在整改', '未完成', '整改未完成', '否', '治理中'],
      rectified: ['整改完成', '已完成', '完成', '是', '已治理', '已整改完成'],
      'in-review': ['待验收', '待复核', '待核查'],
      accepted: ['已验收', '复查通过', '验收合格', '复查合格'],
      closed: ['销号', '已闭环', '闭环', '已关闭', '已消除'],
      notified: ['已下达', '已通知'],
      void: ['已作废', '不属实'],
    }),
  ),
  acceptedOn: optional(
    {
      heading: '验收日期',
      aliases: ['复查日期', '验收时间', '复查时间', '验收通过日期', '整改验收日期'],
      example: '',
      note: '验收通过、已销号必填；已销号的不填则同销号日期',
    },
    day(),
  ),
  closedOn: optional(
    {
      heading: '销号日期',
      aliases: ['销号时间', '关闭日期', '闭环日期', '消除日期'],
      example: '',
      note: '已销号必填',
    },
    day(),
  ),
  responsible: optional(
    {
      heading: '整改责任人',
      aliases: ['责任人', '整改负责人', '整改人'],
      example: '周示例',
      note: '记入治理记录',
    },
    text(60),
  ),
})

export const HAZARD_COLUMNS = columnsOf(HazardRow)
