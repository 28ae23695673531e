import { LineChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'

// What only the charts at the desk need: the command screen's script stays as small as it is.
use([LineChart, TooltipComponent])
