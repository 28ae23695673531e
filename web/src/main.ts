import '@fontsource-variable/noto-sans-sc'
import './ui/theme.css'
import './ui/controls.css'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { frameSpeaks, i18n, roomsSpeak } from './i18n/i18n.ts'
import { router } from './router.ts'

// No screen is entered before it can be spoken; those who are not signed in read only the frame.
router.beforeResolve(async ({ meta }) => { if (meta.open !== true) await roomsSpeak() })
await frameSpeaks()
createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
