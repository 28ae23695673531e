import { checkCreditCode } from '../../domain/credit-code.ts'
import type { Label } from '../../domain/dictionary.ts'
import type { Cell } from '../column.ts'

/** A unified social credit code (GB 32100), read in any case. */
export function creditCode(): Cell<string> {
  return {
    allowed: {
      zh: '18 位统一社会信用代码（单元格请设为文本格式）',
      en: 'an 18-character unified social credit code (format the cell as text)',
    },
    read(text) {
      if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) {
        return {
          fault: {
            zh: `“${text}”已被表格软件改成数字，位数丢失；请把该列设为文本格式后重新填写 18 位代码`,
            en: `“${text}” was made a number by a spreadsheet and lost digits: format the column as text and type all 18 characters`,
          },
        }
      }
      const code = text
        .normalize('NFKC')
        .replace(/[\s-]+/g, '')
        .toUpperCase()
      const check = checkCreditCode(code)
      return check.ok ? { value: code } : { fault: faultOf(code, check) }
    },
  }
}

function faultOf(
  code: string,
  check: Extract<ReturnType<typeof checkCreditCode>, { ok: false }>,
): Label {
  switch (check.reason) {
    case 'length':
      return {
        zh: `“${code.slice(0, 40)}”共 ${code.length} 位，统一社会信用代码应为 18 位`,
        en: `“${code.slice(0, 40)}” has ${code.length} characters; a credit code has 18`,
      }
    case 'character': {
      const wrong = code.charAt(check.position - 1)
      return {
        zh: `“${code}”第 ${check.position} 位“${wrong}”不可用：第 3–8 位应为数字，其余为数字或大写字母（不含 I、O、S、V、Z）`,
        en: `“${code}”: character ${check.position}, “${wrong}”, cannot stand there: 3 to 8 are digits, the others digits or capitals without I, O, S, V, Z`,
      }
    }
    case 'check':
      return {
        zh: `“${code}”校验位不符：按前 17 位计算，末位应为“${check.expected}”，请核对全部 18 位`,
        en: `“${code}” has a wrong check character: the first 17 give “${check.expected}”; compare all 18`,
      }
  }
}
