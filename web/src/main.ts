import '@fontsource-variable/noto-sans-sc'
import './ui/theme.css'
import './ui/controls.css'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n/i18n.ts'
import { router } from './router.ts'

createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
