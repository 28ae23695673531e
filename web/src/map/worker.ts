import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/** Once for every map of the page: without it the built map stays empty. */
setWorkerUrl(workerUrl)
