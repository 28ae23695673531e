import { describe, expect, it } from 'vitest'
import { withoutShaders } from './webgl-only.ts'

describe('leaving out shaders for WebGPU', () => {
  it('empties the marked templates, whatever stands within them, and no others', () => {
    const code = [
      'export const one = /* wgsl */ `\\`fn\\` ${ {a: `{${b}}`}.a } end`;',
      'export const two = /* WGSL */ `${collision ? /* wgsl */ `x` : ``}\\',
      '`;',
      'const vs = /* glsl */ `void main() {}`;',
    ].join('\n')
    expect(withoutShaders(code)).toBe(
      "export const one = '';\nexport const two = '';\nconst vs = /* glsl */ `void main() {}`;",
    )
  })
})
