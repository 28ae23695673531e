import { inject, provide, ref, type InjectionKey, type Ref } from 'vue'

const SCALE: InjectionKey<Readonly<Ref<number>>> = Symbol('scale')
const ONE = ref(1)

/** Says how much larger than written everything inside is drawn: a wall shows the same screen larger. */
export const provideScale = (scale: Readonly<Ref<number>>): void => provide(SCALE, scale)

/** How much larger than written this is drawn: canvases need as many more pixels to stay sharp. */
export const useScale = (): Readonly<Ref<number>> => inject(SCALE, ONE)
