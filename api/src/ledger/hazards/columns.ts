import {
  HAZARD_GRADES,
  HAZARD_ORIGINS,
  HAZARD_STATUSES,
  HAZARD_TREATMENTS,
} from '../../domain/hazard.ts'
import { z } from 'zod'
import { choice } from '../cells/choice.ts'
import { day } from '../cells/day.ts'
import { code, text } from '../cells/text.ts'
import { columnsOf, optional, required } from '../column.ts'
import { ofEnterprise } from '../enterprise-columns.ts'
import { maybePlaced } from '../place-columns.ts'
import {
  HAZARD_GRADE_WORDS,
  HAZARD_ORIGIN_WORDS,
  HAZARD_STATUS_WORDS,
  HAZARD_TREATMENT_WORDS,
} from '../words/hazard-words.ts'

/** What a ledger may say of a hazard: a status, or only that it has been put right, when the dates say the rest. */
const LEDGER_STATUSES = {
  ...HAZARD_STATUSES,
  rectified: { zh: '已整改', en: 'Rectified' },
} as const

/** 隐患台账: one row a hazard, known by its enterprise's credit code and its own code. */
export const HazardRow = z.object({
  ...ofEnterprise('企业须先在企业台账中'),
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
  riskPointName: optional(
    {
      heading: '风险点名称',
      aliases: ['风险点', '所属风险点名称'],
      example: '',
      note: '填了风险点编码可不填；只填名称时，该企业须只有一个同名风险点',
    },
    text(100),
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
    choice(HAZARD_ORIGINS, HAZARD_ORIGIN_WORDS),
  ),
  grade: optional(
    {
      heading: '隐患等级',
      aliases: ['等级', '隐患级别', '级别', '隐患分级'],
      example: '一般隐患',
      note: '除待核实、待定级、作废外必填',
    },
    choice(HAZARD_GRADES, HAZARD_GRADE_WORDS),
  ),
  treatment: optional(
    { heading: '治理方式', aliases: ['整改方式', '治理类型', '整改类型'], example: '限期整改' },
    choice(HAZARD_TREATMENTS, HAZARD_TREATMENT_WORDS),
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
    choice(LEDGER_STATUSES, HAZARD_STATUS_WORDS),
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
