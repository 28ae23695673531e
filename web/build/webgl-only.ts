import type { Plugin } from 'vite'

/** The map is drawn with WebGL: what its libraries bring for WebGPU is never run. */
const LIBRARY = /node_modules\/@(?:deck|luma)\.gl\//
/** What packs attributes, and what reads shaders, for WebGPU alone: by path, with what is asked of them. */
const MODULES: readonly (readonly [path: RegExp, names: readonly string[]])[] = [
  [
    /\/@luma\.gl\/gpgpu\/dist\/(?:operations\/webgpu\/)?(?:index|webgpu)\.js$/,
    ['backendRegistry', 'cleanEvaluateSync', 'GPUDataEvaluator', 'interleave'],
  ],
  [/\/shader-assembly\/wgsl-interface-scan\.js$/, ['scanWGSLInterface']],
  [/\/shader-assembly\/wgsl-binding-debug\.js$/, ['getShaderBindingDebugRowsFromWGSL']],
]
/** WebGPU's shaders stand in templates that are marked as such. */
const SHADER = /\/\* wgsl \*\/\s*`/gi

/** Leaves out what only WebGPU needs. Who asks for more of it than is known here breaks the build, and not the map. */
export function webglOnly(): Plugin {
  return {
    name: 'webgl-only',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const names = MODULES.find(([path]) => path.test(id))?.[1]
      if (names === undefined) return null
      return `const never = () => { throw new Error('WebGPU is left out') }\nexport { ${names.map((name) => `never as ${name}`).join(', ')} }`
    },
    transform(code, id) {
      if (!LIBRARY.test(id)) return null
      const kept = withoutShaders(code)
      return kept === code ? null : { code: kept, map: null }
    },
  }
}

/** Empty texts in the place of the marked templates. */
export function withoutShaders(code: string): string {
  let kept = ''
  let at = 0
  for (const {
    0: { length },
    index,
  } of code.matchAll(SHADER)) {
    // Within one that is left out already.
    if (index < at) continue
    kept += `${code.slice(at, index)}''`
    at = closing(code, index + length, '`')
  }
  return kept + code.slice(at)
}

/** Behind the end of the template, or of the expression within one, whose inside begins here. */
function closing(code: string, from: number, end: '`' | '}'): number {
  let at = from
  while (at < code.length && code[at] !== end) {
    if (code[at] === '\\') at += 2
    else if (end === '`' && code.startsWith('${', at)) at = closing(code, at + 2, '}')
    else if (end === '}' && code[at] === '`') at = closing(code, at + 1, '`')
    else if (end === '}' && code[at] === '{') at = closing(code, at + 1, '}')
    else at++
  }
  return at + 1
}
