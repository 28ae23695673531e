/** What can be chosen in a chart: by its bars, and from the keyboard one after the other. */
export interface ChartChoice {
  readonly key: string
  readonly label: string
  readonly chosen: boolean
}
