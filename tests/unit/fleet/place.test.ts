import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../src/fleet/index.ts'

describe('placeOf', () => {
  it('keeps the tables of a fleet and of its queue apart', () => {
    expect(placeOf('postgres://kaynak@db.example/news')).toEqual({
      connection: 'postgres://kaynak@db.example/news',
      schema: 'kaynak_fleet',
      queue: 'kaynak_queue',
    })
  })
  it('names them after the schema, which is no business of the driver', () => {
    expect(placeOf('postgresql://db.example/news?schema=syria&sslmode=require')).toEqual({
      connection: 'postgresql://db.example/news?sslmode=require',
      schema: 'syria_fleet',
      queue: 'syria_queue',
    })
  })
  it.each(['news.db', 'mysql://db.example/news', ''])('refuses %j', (state) => {
    expect(() => placeOf(state)).toThrow('postgres://')
  })
  it.each(['Upper', 'a;b', '1st', ''])('refuses the schema %j', (schema) => {
    expect(() => placeOf(`postgres://db.example/news?schema=${encodeURIComponent(schema)}`)).toThrow('schema')
  })
  it('never repeats a password', () => {
    expect(() => placeOf('postgres://k:hunter2@db.example/news?schema=No')).toThrow(expect.not.stringContaining('hunter2'))
  })
})
