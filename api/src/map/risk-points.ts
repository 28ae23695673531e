import { pointColumn, uint16Column, uint8Column, wideDictionaryColumn } from './arrow.ts'
import type { CopyRow } from './copy-rows.ts'
import { UuidDictionary } from './dictionaries.ts'
import { grown } from './growing.ts'
import type { Layer, LayerReader } from './layer.ts'
import { readInteger, readPoint, readSmallint } from './read-fields.ts'

/** 风险点: 22 bytes a row up to 65,536 enterprises, 24 beyond. */
export const RISK_POINTS: Layer = {
  name: 'risk-points',
  query: 'SELECT p.geom, p.enterprise_id, p.no, p.level, p.accident_type FROM risk_points p',
  reader: () => new RiskPointReader(),
}

class RiskPointReader implements LayerReader {
  #length = 0
  #capacity = 0
  #positions = new Float64Array(0)
  #enterprise = new Uint32Array(0)
  #no = new Uint16Array(0)
  #level = new Uint8Array(0)
  #accidentType = new Uint8Array(0)
  #enterprises = new UuidDictionary()

  read(row: CopyRow): void {
    const index = this.#length++
    if (index === this.#capacity) this.#grow()
    readPoint(row, this.#positions, index)
    row.next()
    this.#enterprise[index] = this.#enterprises.codeOf(row.view, row.at)
    this.#no[index] = readInteger(row)
    this.#level[index] = readSmallint(row)
    this.#accidentType[index] = readSmallint(row)
  }

  columns() {
    const length = this.#length
    return {
      length,
      columns: [
        pointColumn(this.#positions, length),
        wideDictionaryColumn('enterprise', this.#enterprises.texts(), this.#enterprise, length),
        uint16Column('no', this.#no, length),
        uint8Column('level', this.#level, length),
        uint8Column('accidentType', this.#accidentType, length),
      ],
    }
  }

  #grow(): void {
    const capacity = Math.max(4096, this.#capacity * 2)
    this.#capacity = capacity
    this.#positions = grown(Float64Array, this.#positions, capacity * 2)
    this.#enterprise = grown(Uint32Array, this.#enterprise, capacity)
    this.#no = grown(Uint16Array, this.#no, capacity)
    this.#level = grown(Uint8Array, this.#level, capacity)
    this.#accidentType = grown(Uint8Array, this.#accidentType, capacity)
  }
}
