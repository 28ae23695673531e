import { describe, expect, it } from 'vitest'
import type { Column } from '../column.ts'
import { ENTERPRISE_COLUMNS } from '../enterprises/columns.ts'
import { HAZARD_COLUMNS } from '../hazards/columns.ts'
import { RISK_POINT_COLUMNS } from '../risk-points/columns.ts'
import { findHeadings } from './headings.ts'

const find = (columns: readonly Column[], ...lines: string[][]) =>
  findHeadings(
    columns,
    lines.map((cells, index) => ({ number: index + 1, cells })),
  )

function found(columns: readonly Column[], ...lines: string[][]) {
  const headings = find(columns, ...lines)
  if ('missing' in headings) throw new Error(headings.missing.zh)
  return headings
}

const HAZARD_ROW = ['信用代码', '隐患编号', '隐患描述', '发现日期', '状态']

describe('headings on one row', () => {
  it('are found below a title, by alias, through line breaks and brackets', () => {
    const headings = found(
      HAZARD_COLUMNS,
      ['某某企业隐患台账'],
      [
        '序号',
        '统一社会\n信用代码',
        '隐患编号',
        '隐患内容*',
        '发现时间（年月日）',
        '整改情况',
        '检查部门',
      ],
    )
    expect(headings.row).toBe(2)
    expect(Object.fromEntries(headings.positions)).toEqual({
      creditCode: 1,
      code: 2,
      description: 3,
      foundOn: 4,
      status: 5,
    })
    expect(headings.ignored).toEqual(['序号', '检查部门'])
  })

  it('take 序号 as the code only where there is no better column', () => {
    const headings = found(HAZARD_COLUMNS, ['序号', '信用代码', '隐患描述', '发现日期', '状态'])
    expect(headings.positions.get('code')).toBe(0)
  })

  it.each([
    ['risk points', RISK_POINT_COLUMNS],
    ['hazards', HAZARD_COLUMNS],
    ['enterprises', ENTERPRISE_COLUMNS],
  ])('give every column of %s one place', (_, columns) => {
    const { positions } = found(
      columns,
      columns.map(({ heading }) => heading),
    )
    expect([...positions.values()].toSorted((a, b) => a - b)).toEqual(columns.map((_, at) => at))
  })

  it('are on one row although the data below are nearly empty', () => {
    const row = ['FX', '', '', '', '', '', '']
    const headings = found(HAZARD_COLUMNS, [...HAZARD_ROW, '地点', '备注'], row, row)
    expect(headings.row).toBe(1)
  })

  it('may name the enterprise, or the place in one column', () => {
    const byName = ['单位名称', '隐患编号', '隐患描述', '发现日期', '状态']
    expect(found(HAZARD_COLUMNS, byName).positions.get('enterpriseName')).toBe(0)
    const pair = ['信用代码', '企业名称', '行业', '地址', '镇街', '经纬度']
    expect(found(ENTERPRISE_COLUMNS, pair).positions.get('lonLat')).toBe(5)
  })

  it('are those that the product exports', () => {
    const exported = ['编号', '企业', '风险点', '隐患描述', '位置', '来源', '等级', '治理方式']
    const more = ['状态', '发现时间', '整改期限', '超期天数', '验收时间', '销号时间']
    expect(found(HAZARD_COLUMNS, [...exported, ...more]).ignored).toEqual(['超期天数'])
  })
})

describe('headings on several rows', () => {
  const upper = ['信用代码', '风险点编码', '风险点名称', '类型', '危险源', '因素', '事故类型']

  it('are read by their lowest text', () => {
    const headings = found(
      RISK_POINT_COLUMNS,
      ['风险分级管控清单'],
      [...upper, '风险评价', '', '', '', '', '管控措施', ''],
      ['', '', '', '', '', '', '', 'L', 'E', 'C', 'D', '风险等级', '工程技术', '管理措施'],
      ['91370405MA3000001A', 'F1', '罐区', '场所', '泄漏', '物', '火灾', '3', '6', '15', '270'],
    )
    expect(headings.row).toBe(3)
    expect([...headings.positions.keys()]).toEqual(
      expect.arrayContaining(['l', 'e', 'c', 'score', 'level', 'engineering', 'institutional']),
    )
    expect(headings.ignored).toEqual([])
  })

  it('are read by their texts together', () => {
    const headings = found(
      RISK_POINT_COLUMNS,
      [...upper, '责任人', '责任人', '责任人'],
      [...upper, '姓名', '手机', '部门'],
      ['91370405MA3000001A', 'F1', '罐区', '场所', '泄漏', '物', '火灾', '孙某', '', ''],
    )
    expect([headings.positions.get('person'), headings.positions.get('mobile')]).toEqual([7, 8])
    expect(headings.texts[7]).toBe('责任人姓名')
  })

  it('may hold one column a row higher', () => {
    const headings = found(
      HAZARD_COLUMNS,
      ['现场隐患排查与治理统计表'],
      ['序号', '项目名称：某项目', '', '', '', '填报时间：2026年5月25日'],
      ['', '统一社会信用代码', '隐患内容', '排查日期', '隐患级别', '隐患状态'],
      ['1', '91370405MA3000001A', '配电箱无门', '2026-05-10', '一般', '整改中'],
    )
    expect([headings.row, headings.positions.get('code')]).toEqual([3, 0])
  })

  it('may have units below', () => {
    const headings = found(
      HAZARD_COLUMNS,
      HAZARD_ROW,
      ['', '', '', '（年月日）', ''],
      ['91370405MA3000001A', 'Y1', '堵塞', '2026-05-10', '整改中'],
    )
    expect(headings.positions.get('foundOn')).toBe(3)
  })
})

describe('without headings', () => {
  it('every missing one is named at once, in both languages', () => {
    expect(find(HAZARD_COLUMNS, ['隐患编号', '隐患描述', '地点'], ['Y1', '堵塞', '东侧'])).toEqual({
      missing: {
        zh: '第 1 行表头缺少：“统一社会信用代码”或“企业名称”、“发现日期”、“状态”（请对照模板补全）',
        en: 'The headings of row 1 lack: “统一社会信用代码” or “企业名称”, “发现日期”, “状态” (compare the template)',
      },
    })
  })

  it('that is said', () => {
    const missing = expect.objectContaining({ zh: expect.stringContaining('没有找到表头') })
    expect(find(HAZARD_COLUMNS, ['a', 'b'])).toEqual({ missing })
    expect(find(HAZARD_COLUMNS)).toEqual({ missing })
  })
})
