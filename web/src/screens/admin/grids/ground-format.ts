import { useI18n } from 'vue-i18n'
import { useFormats } from '../../../ui/formats.ts'

/** Land in words: square metres below a hectare, then square kilometres. */
export function useGroundFormat() {
  const { t } = useI18n()
  const { count } = useFormats()
  return {
    ground: (squareMetres: number): string =>
      squareMetres < 10_000
        ? `${count(Math.round(squareMetres))} ${t('gridWork.squareMetres')}`
        : `${(squareMetres / 1_000_000).toFixed(2)} ${t('gridWork.squareKilometres')}`,
  }
}
