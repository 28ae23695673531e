import { defineAsyncComponent } from 'vue'

/** Charts come after the figures: the first paint does not wait for their library. */
export const LazyChart = defineAsyncComponent(() => import('../../charts/ChartCanvas.vue'))
