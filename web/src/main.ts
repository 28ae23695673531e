import '@fontsource-variable/noto-sans-sc'
import './ui/theme.css'
import './ui/controls.css'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { frameSpeaks, i18n, speak } from './i18n/i18n.ts'
import { router } from './router.ts'
import { findLostScreens } from './session/lost-screens.ts'
import { guardRouter } from './session/watch-barriers.ts'

guardRouter(router)
findLostScreens(router)
// A screen's sentences come along with it, and it is not entered before they are here.
router.beforeEach(({ meta }) => {
  speak(meta.speaks).catch(() => undefined)
})
router.beforeResolve(({ meta }) => speak(meta.speaks))
await frameSpeaks()
createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
