import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import type { GridNames, Plan } from './plan.ts'

/**
 * Names of a grid as they are typed, with what is wrong with them.
 * @param ownId the grid that has them; null for a new one
 */
export function useGridNames(first: GridNames, plan: () => Plan, ownId: () => string | null) {
  const { t } = useI18n()
  const names = reactive({ name: first.name, code: first.code, townCode: first.townCode })
  const taken = (code: string): boolean =>
    plan().grids.some((grid) => grid.code === code && grid.id !== ownId())
  const errors = computed(() => ({
    name: names.name.trim() === '' ? t('form.required') : undefined,
    code: !/^[0-9A-Za-z-]+$/u.test(names.code)
      ? t('gridWork.codeWrong')
      : taken(names.code)
        ? t('gridWork.codeTaken')
        : undefined,
  }))
  return {
    names,
    errors,
    sound: computed(() => errors.value.name === undefined && errors.value.code === undefined),
    /** As they are to be kept. */
    settled: (): GridNames => ({ ...names, name: names.name.trim() }),
  }
}
