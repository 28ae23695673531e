import type { InferResponseType } from 'hono/client'
import { parseResponse } from 'hono/client'
import { shallowRef, type ShallowRef } from 'vue'
import { api } from '../../api.ts'

export type SignInOptions = InferResponseType<(typeof api)['sign-in-options']['$get'], 200>
export type DemoAccount = SignInOptions['demoAccounts'][number]

/** Ways in besides a password. Until they are known there are none: the form never waits for them. */
export function useSignInOptions(): ShallowRef<SignInOptions> {
  const options = shallowRef<SignInOptions>({
    demoAccounts: [],
    demoPassword: null,
    singleSignOn: null,
  })
  parseResponse(api['sign-in-options'].$get()).then(
    (answer) => {
      options.value = answer
    },
    () => {},
  )
  return options
}
