import { sendOutbox } from '../send.ts'
import { answerOf, keepShell, sweepShells } from './shell.ts'

/** The service worker: the shell for screens without a network, and sending what waits when the network is back. */
declare const clients: Clients
declare function skipWaiting(): Promise<void>

addEventListener('install', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(keepShell().then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(sweepShells().then(() => clients.claim()))
})

addEventListener('fetch', (event) => {
  if (!(event instanceof FetchEvent)) return
  const answer = answerOf(event.request)
  if (answer !== null) event.respondWith(answer())
})

/** Where the browser offers it, what waits is sent even when no page is open. Failing asks the browser to try again. */
addEventListener('sync', (event) => {
  if (!(event instanceof ExtendableEvent)) return
  event.waitUntil(
    sendOutbox({ fetch, language: navigator.language, impatient: true }).then((outcome) => {
      if (['offline', 'later', 'foreign'].includes(outcome)) throw new Error(outcome)
    }),
  )
})
