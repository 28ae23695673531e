import { createRouter, createWebHistory } from 'vue-router'

/** Every screen by its address. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'onemap', component: () => import('./screens/onemap/OneMapScreen.vue') },
    { path: '/:unknown(.*)*', name: 'unknown', component: () => import('./screens/UnknownScreen.vue') },
  ],
})
