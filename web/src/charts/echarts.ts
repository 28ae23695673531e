import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import { GridComponent, VisualMapComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what the charts of this product are made of.
use([BarChart, LineChart, HeatmapChart, GridComponent, VisualMapComponent, CanvasRenderer])
