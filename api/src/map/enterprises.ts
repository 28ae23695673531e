import {
  pointColumn,
  smallDictionaryColumn,
  textColumn,
  uint8Column,
  wideDictionaryColumn,
} from './arrow.ts'
import type { CopyRow } from './copy-rows.ts'
import { TextDictionary, UuidDictionary } from './dictionaries.ts'
import { grown, TextBytes } from './growing.ts'
import type { Layer, LayerReader } from './layer.ts'
import { readPoint, readSmallint, readText } from './read-fields.ts'

/** 企业. */
export const ENTERPRISES: Layer = {
  name: 'enterprises',
  query: `SELECT e.geom, e.id::text, e.name, e.initials, e.credit_code, e.kind, e.risk_level, e.town_code, e.grid_id, e.industry_code, e.industry
          FROM enterprises e`,
  reader: () => new EnterpriseReader(),
}

class EnterpriseReader implements LayerReader {
  #length = 0
  #capacity = 0
  #positions = new Float64Array(0)
  #ids = new TextBytes()
  #names = new TextBytes()
  #initials = new TextBytes()
  #creditCodes = new TextBytes()
  #kind = new Uint32Array(0)
  #kinds = new TextDictionary()
  #level = new Uint8Array(0)
  #town = new Uint32Array(0)
  #towns = new TextDictionary()
  #grid = new Uint32Array(0)
  #grids = new UuidDictionary()
  #industry = new Uint32Array(0)
  #industries = new TextDictionary()
  #industryName = new Uint32Array(0)
  #industryNames = new TextDictionary()

  read(row: CopyRow): void {
    const index = this.#length++
    if (index === this.#capacity) this.#grow()
    readPoint(row, this.#positions, index)
    for (const texts of [this.#ids, this.#names, this.#initials, this.#creditCodes]) {
      const size = row.next()
      texts.push(row.bytes, row.at, size)
    }
    this.#kind[index] = this.#kinds.codeOf(readText(row))
    this.#level[index] = readSmallint(row)
    this.#town[index] = this.#towns.codeOf(readText(row))
    row.next()
    this.#grid[index] = this.#grids.codeOf(row.view, row.at)
    this.#industry[index] = this.#industries.codeOf(readText(row))
    this.#industryName[index] = this.#industryNames.codeOf(readText(row))
  }

  columns() {
    const length = this.#length
    return {
      length,
      columns: [
        pointColumn(this.#positions, length),
        textColumn('id', this.#ids),
        textColumn('name', this.#names),
        textColumn('initials', this.#initials),
        textColumn('creditCode', this.#creditCodes),
        smallDictionaryColumn('kind', this.#kinds.texts, this.#kind, length),
        uint8Column('level', this.#level, length),
        smallDictionaryColumn('town', this.#towns.texts, this.#town, length),
        wideDictionaryColumn('grid', this.#grids.texts(), this.#grid, length),
        wideDictionaryColumn('industry', this.#industries.texts, this.#industry, length),
        wideDictionaryColumn('industryName', this.#industryNames.texts, this.#industryName, length),
      ],
    }
  }

  #grow(): void {
    const capacity = Math.max(1024, this.#capacity * 2)
    this.#capacity = capacity
    this.#positions = grown(Float64Array, this.#positions, capacity * 2)
    this.#kind = grown(Uint32Array, this.#kind, capacity)
    this.#level = grown(Uint8Array, this.#level, capacity)
    this.#town = grown(Uint32Array, this.#town, capacity)
    this.#grid = grown(Uint32Array, this.#grid, capacity)
    this.#industry = grown(Uint32Array, this.#industry, capacity)
    this.#industryName = grown(Uint32Array, this.#industryName, capacity)
  }
}
