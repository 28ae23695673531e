import { checkCreditCode } from '../../domain/credit-code.ts'
import type { Cell } from '../column.ts'

/** A unified social credit code (GB 32100), read in any case. */
export function creditCode(): Cell<string> {
  return {
    allowed: '18 位统一社会信用代码（单元格请设为文本格式）',
    read(text) {
      if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) {
        return {
          fault: `“${text}”已被表格软件改成数字，位数丢失；请把该列设为文本格式后重新填写 18 位代码`,
        }
      }
      const code = text.replace(/\s+/g, '').toUpperCase()
      const check = checkCreditCode(code)
      if (check.ok) return { value: code }
      switch (check.reason) {
        case 'length':
          return { fault: `“${code.slice(0, 40)}”共 ${code.length} 位，统一社会信用代码应为 18 位` }
        case 'character':
          return {
            fault: `“${code}”第 ${check.position} 位“${code.charAt(check.position - 1)}”不可用：第 3–8 位应为数字，其余为数字或大写字母（不含 I、O、S、V、Z）`,
          }
        case 'check':
          return {
            fault: `“${code}”校验位不符：按前 17 位计算，末位应为“${check.expected}”，请核对全部 18 位`,
          }
      }
    },
  }
}
