import { i18n } from '../i18n/i18n.ts'
import type { Stranger } from './stranger.ts'

/** What came back, in the reader's language and with what it is recognised by. */
export function strangerText({ status, type, says }: Stranger): string {
  const what = [status === 0 ? '' : String(status), type].filter(Boolean).join(' ')
  const { t } = i18n.global
  return t('form.foreign', {
    what: status === 0 ? t('form.redirected') : what,
    says: says === '' ? '' : t('form.says', { says }),
  })
}
