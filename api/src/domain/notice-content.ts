import { ACCIDENT_TYPES, isAccidentType, type AccidentType } from './accident-type.ts'
import { maskMobile } from './mask-mobile.ts'
import { PUBLIC_HARMS, publicHarmsOf } from './public-advice.ts'
import type { RiskLevel } from './risk-level.ts'
import type { RiskPointType } from './risk-point-kind.ts'

/** What is known of a point and its enterprise when a notice is drafted. */
export interface NoticeFacts {
  readonly enterprise: {
    readonly name: string
    readonly address: string
    readonly dutyPhone: string
    readonly majorHazardLevel: RiskLevel | null
  }
  readonly riskPoint: {
    readonly name: string
    readonly type: RiskPointType
    readonly level: RiskLevel
    readonly locationText: string
  }
  /** GB 6441 types of its hazard sources. */
  readonly accidentTypes: readonly number[]
  /** 应急管理 measures of its hazard sources that stand. */
  readonly measures: readonly string[]
}

/** 告知书内容, word by word as recipients get it: no personal numbers, the duty phone only (domain.md §5). */
export interface NoticeContent {
  readonly enterprise: NoticeFacts['enterprise']
  readonly riskPoint: NoticeFacts['riskPoint']
  readonly accidentTypes: readonly number[]
  readonly measures: readonly string[]
  /** 可能发生的事故及影响. */
  readonly scenarios: string
  /** 报警信号. */
  readonly alarm: string
  /** 防护措施, one a line. */
  readonly protection: string
  readonly note: string
}

/** The texts that the sender may put in other words. */
export type NoticeWords = Pick<NoticeContent, 'scenarios' | 'alarm' | 'protection' | 'note'>

const MOST_MEASURES = 8

/** Drafts a notice; texts that were edited by hand are kept, the facts are always those of now. */
export function draftContent(
  { enterprise, riskPoint, accidentTypes, measures }: NoticeFacts,
  kept?: NoticeWords,
): NoticeContent {
  const types = [...new Set(accidentTypes.filter((type) => isAccidentType(type)))].toSorted(
    (one, other) => one - other,
  )
  return {
    enterprise: { ...enterprise, address: maskMobile(enterprise.address) },
    riskPoint: {
      ...riskPoint,
      name: maskMobile(riskPoint.name),
      locationText: maskMobile(riskPoint.locationText),
    },
    accidentTypes: types,
    measures: [...new Set(measures.map(maskMobile))].slice(0, MOST_MEASURES),
    ...wordsOf(kept ?? usualWords(types)),
  }
}

/** The words alone, whatever else they come with. */
function wordsOf({ scenarios, alarm, protection, note }: NoticeWords): NoticeWords {
  return { scenarios, alarm, protection, note }
}

/** What is usually said of accidents of these types, the most far-reaching first. */
function usualWords(types: readonly AccidentType[]): NoticeWords {
  const harms = publicHarmsOf(types.length > 0 ? types : [20]).map((code) => PUBLIC_HARMS[code])
  const steps = harms.flatMap(({ doThis }) => doThis.map(({ zh }) => zh))
  return {
    scenarios: harms.map(({ zh, happens }) => `${zh}：${happens.zh}。`).join('\n'),
    alarm: lines(harms.map(({ warning }) => warning.zh)),
    protection: lines(steps),
    note: '',
  }
}

const lines = (texts: readonly string[]): string =>
  [...new Set(texts)].map((text) => `${text}。`).join('\n')

/** Usual sentences with their English: the official text is Chinese, and what somebody reworded stays so. */
const IN_ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.values(PUBLIC_HARMS).flatMap(({ zh, en, happens, warning, doThis }) => [
    [`${zh}：${happens.zh}。`, `${en}: ${lowerFirst(happens.en)}.`] as const,
    ...[warning, ...doThis].map((told) => [`${told.zh}。`, `${told.en}.`] as const),
  ]),
)

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** What a sentence of a notice says in English; null where its sender put it in words of their own. */
export function sentenceInEnglish(sentence: string): string | null {
  return IN_ENGLISH.get(sentence) ?? null
}

/** Names of the accident types of a notice, `火灾、触电`. */
export function accidentNames(
  content: Pick<NoticeContent, 'accidentTypes'>,
  language: 'zh' | 'en',
): string {
  return content.accidentTypes
    .flatMap((type) => (isAccidentType(type) ? [ACCIDENT_TYPES[type][language]] : []))
    .join(language === 'zh' ? '、' : ', ')
}

/** The first text of a notice that holds a personal mobile number; the duty phone may be one. */
export function personalNumberIn(content: NoticeContent): string | undefined {
  const texts = [
    content.scenarios,
    content.alarm,
    content.protection,
    content.note,
    ...content.measures,
  ]
  const { dutyPhone } = content.enterprise
  return texts.find((text) => {
    const rest = dutyPhone === '' ? text : text.replaceAll(dutyPhone, '')
    return maskMobile(rest) !== rest
  })
}
