import type { FieldProblem } from './errors.ts'

export const PASSWORD_MIN_LENGTH = 10
export const PASSWORD_MAX_LENGTH = 128
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u] as const
const CLASSES_NEEDED = 3

/**
 * What is wrong with a new password; empty when nothing is. At least ten characters with three of lower case,
 * upper case, digits and signs, and without the username (GB/T 22239-2019 8.1.4.1 asks for complexity).
 */
export function passwordProblems(
  password: string,
  username: string,
  field = 'newPassword',
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const length = [...password].length
  if (length < PASSWORD_MIN_LENGTH || length > PASSWORD_MAX_LENGTH) {
    problems.push({
      field,
      text: {
        zh: `密码须为 ${PASSWORD_MIN_LENGTH}–${PASSWORD_MAX_LENGTH} 个字符`,
        en: `A password has ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters`,
      },
    })
  }
  if (CLASSES.filter((one) => one.test(password)).length < CLASSES_NEEDED) {
    problems.push({
      field,
      text: {
        zh: '密码须包含小写字母、大写字母、数字、符号中的至少三类',
        en: 'A password has at least three of lower case, upper case, digits and signs',
      },
    })
  }
  if (username !== '' && password.toLowerCase().includes(username.toLowerCase())) {
    problems.push({
      field,
      text: { zh: '密码不得包含用户名', en: 'A password does not contain the username' },
    })
  }
  return problems
}
