import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'
import type { StatisticFilters } from './address.ts'

async function statistics({ by, from, to, kind, areaCode }: StatisticFilters) {
  return parseResponse(
    api.statistics.$get({
      query: {
        by,
        from,
        to,
        ...(kind === undefined ? {} : { kind }),
        ...(areaCode === undefined ? {} : { areaCode }),
      },
    }),
  )
}

async function course({ to, kind, areaCode }: StatisticFilters) {
  return parseResponse(
    api.statistics.course.$get({
      query: {
        to: to.slice(0, 7),
        ...(kind === undefined ? {} : { kind }),
        ...(areaCode === undefined ? {} : { areaCode }),
      },
    }),
  )
}

async function monthly(month: string) {
  return parseResponse(api.statistics.monthly.$get({ query: { month } }))
}

export type Statistics = Awaited<ReturnType<typeof statistics>>
export type StatisticCourse = Awaited<ReturnType<typeof course>>
export type Monthly = Awaited<ReturnType<typeof monthly>>

/** Counts and rates of a period. */
export function useStatistics(filters: MaybeRefOrGetter<StatisticFilters>) {
  return useQuery({
    key: () => ['statistics', { ...toValue(filters) }],
    query: () => statistics(toValue(filters)),
    placeholderData: (before: Statistics | undefined) => before,
  })
}

/** Two years month by month, up to the one that the period ends in. */
export function useCourse(filters: MaybeRefOrGetter<StatisticFilters>) {
  return useQuery({
    key: () => {
      const { to, kind = '', areaCode = '' } = toValue(filters)
      return ['statistics', 'course', { to: to.slice(0, 7), kind, areaCode }]
    },
    query: () => course(toValue(filters)),
    placeholderData: (before: StatisticCourse | undefined) => before,
  })
}

/** The official monthly table. */
export function useMonthly(month: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['statistics', 'monthly', toValue(month)],
    query: () => monthly(toValue(month)),
  })
}
