import { BarChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what the charts of this product are made of.
use([BarChart, GridSimpleComponent, CanvasRenderer])
