import type { Label } from '../../domain/dictionary.ts'
import type { Cell, Reading } from '../column.ts'
import { saysNone } from './choice.ts'

const MOBILE = /^1\d{10}$/
/** As lists and exports show a mobile: it says nothing, so the one on record stays. */
const MASKED = /^[\d-]*\*[\d*-]*$/
const LANDLINE = /^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?$/
/** 400 and 800 numbers, however they are grouped. */
const SERVICE = /^([48]00)-?(?:(\d{3})-?(\d{4})|(\d{4})-(\d{3}))$/
/** 110, 119, 12350, 95598. */
const SHORT = /^(?:1\d{2}|1[02]\d{3}|9[56]\d{3})$/
const COUNTRY = /(?<!\d)(?:\+|00)?86[- ]?(?=[01]\d)/g
const LABEL =
  /^(?:(?:24小时)?(?:值班|应急|联系|办公|固定)?(?:电话|手机|座机|热线|室)|tel|手机号码?|mobile)[号码]*\s*[:]?\s*/i
/** 微信同号 and other remarks in brackets. */
const REMARK = /\([^()]*\D[^()]*\)|微信同号$|同微信$/g
const BETWEEN = /[/、,;|\n]+|\s+(?=(?:1\d{10}|0\d{2,3}-)(?:\D|$))|或/
/** Longer than any list of numbers that a cell is for. */
const LONGEST = 200

const ALLOWED: Label = {
  zh: '11 位手机号，或带区号的固定电话；多个号码用“、”分隔',
  en: 'an 11-digit mobile, or a landline with its area code; several are separated by “、”',
}

/**
 * A number or several of one person or desk; empty where it is masked. A wrong one is never repeated in the message: it
 * may be somebody's.
 */
export function phone(): Cell<string> {
  return { allowed: ALLOWED, read: readNumbers }
}

function readNumbers(text: string): Reading<string> {
  if (text.length > LONGEST) return { fault: wrong(text) }
  if (MASKED.test(text) || saysNone(text)) return { value: '' }
  const readings = withoutRemarks(text)
    .split(BETWEEN)
    .filter((part) => part.trim() !== '')
    .map(readNumber)
  const fault = readings.find((reading) => 'fault' in reading)
  if (fault !== undefined) return fault
  const numbers = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []))
  return numbers.length === 0 ? { fault: wrong(text) } : { value: [...new Set(numbers)].join('、') }
}

const withoutRemarks = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/g, '-')
    // An area code in brackets is none of the remarks.
    .replace(/\((0\d{2,3})\)\s*-?\s*/g, '$1-')
    .replace(REMARK, '')
    .replace(COUNTRY, '')
    .trim()

function readNumber(written: string): Reading<string> {
  const bare = written.trim().replace(LABEL, '').replace(/\.0+$/, '')
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(bare)) {
    return {
      fault: {
        zh: '电话号码已被表格软件改成科学计数，位数丢失；请把该列设为文本格式后重新填写',
        en: 'The number was made a scientific one by a spreadsheet and lost digits: format the column as text and type it again',
      },
    }
  }
  const compact = bare
    .replace(/\s*(?:转|分机|ext\.?)\s*/i, '-')
    .replace(/(?<=^0\d{2,3})\s+(?=\d)/, '-')
    .replace(/\s+/g, '')
  const joined = compact.replaceAll('-', '')
  if (MOBILE.test(joined)) return { value: joined }
  const service = SERVICE.exec(compact)
  if (service !== null) return { value: service.slice(1).filter(Boolean).join('-') }
  return LANDLINE.test(compact) || SHORT.test(compact)
    ? { value: compact }
    : { fault: wrong(joined) }
}

function wrong(written: string): Label {
  const digits = written.replace(/\D/g, '').length
  return {
    zh: `电话号码格式不对（${digits} 位数字），应为 ${ALLOWED.zh}`,
    en: `Not a phone number (${digits} digits); expected ${ALLOWED.en}`,
  }
}

/** Numbers of several people, a line each; a line of `-` is nobody's. */
export function phones(): Cell<string> {
  return {
    allowed: ALLOWED,
    read(text) {
      const read = text
        .split('\n')
        .map((line): Reading<string> =>
          line.trim() === '' || saysNone(line) ? { value: '' } : readNumbers(line.trim()),
        )
      const fault = read.find((reading) => 'fault' in reading)
      return (
        fault ?? {
          value: read.map((reading) => ('value' in reading ? reading.value : '')).join('\n'),
        }
      )
    },
  }
}
