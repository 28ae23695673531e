import { cleanup } from '@testing-library/vue'
import { afterEach } from 'vitest'

/** Files share their modules, so what one test renders must be gone before the next begins. */
afterEach(cleanup)
