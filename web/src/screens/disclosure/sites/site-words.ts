import { PUBLIC_HARMS, type PublicHarmCode } from '@onemap/api/domain/public-advice'
import type { Overrides } from '../queries.ts'

/** What the public reads of a site that an officer may say in plainer words. */
export const WORD_FIELDS = ['activity', 'warningZh', 'doThisZh', 'warningEn', 'doThisEn'] as const
type WordField = (typeof WORD_FIELDS)[number]
/** A type, not an interface: drafts are records of texts. */
export type Words = Record<WordField, string>

/** The words that stand unless somebody chooses others: what is on record of the activity, and the general advice. */
export function usualWords(activity: string, harms: readonly PublicHarmCode[]): Words {
  const { warning, doThis } = PUBLIC_HARMS[harms[0] ?? 'on-site']
  return {
    activity,
    warningZh: warning.zh,
    warningEn: warning.en,
    doThisZh: doThis.map(({ zh }) => zh).join('\n'),
    doThisEn: doThis.map(({ en }) => en).join('\n'),
  }
}

/** The usual words with those chosen instead. */
export function chosenWords(usual: Words, { activity, warning, doThis }: Overrides): Words {
  return {
    activity: activity ?? usual.activity,
    warningZh: warning?.zh ?? usual.warningZh,
    warningEn: warning?.en ?? usual.warningEn,
    doThisZh: doThis?.zh ?? usual.doThisZh,
    doThisEn: doThis?.en ?? usual.doThisEn,
  }
}

/** What is kept of words as they were typed: only what differs from the usual; an emptied field stands for the usual. */
export function overridesFrom(words: Words, usual: Words): Overrides {
  const said = (field: WordField): string => words[field].trim() || usual[field]
  const pair = (zh: 'warningZh' | 'doThisZh', en: 'warningEn' | 'doThisEn') =>
    said(zh) === usual[zh] && said(en) === usual[en] ? undefined : { zh: said(zh), en: said(en) }
  const warning = pair('warningZh', 'warningEn')
  const doThis = pair('doThisZh', 'doThisEn')
  return {
    ...(said('activity') === usual.activity ? {} : { activity: said('activity') }),
    ...(warning === undefined ? {} : { warning }),
    ...(doThis === undefined ? {} : { doThis }),
  }
}

/** Texts said anew in one language and left as usual in the other. */
export function oneSided(words: Words, usual: Words): ('warning' | 'doThis')[] {
  const anew = (field: WordField): boolean =>
    words[field].trim() !== '' && words[field].trim() !== usual[field]
  return [
    ...(anew('warningZh') === anew('warningEn') ? [] : ['warning' as const]),
    ...(anew('doThisZh') === anew('doThisEn') ? [] : ['doThis' as const]),
  ]
}
