import { z } from 'zod'
import { wholeSchema } from './schema.ts'

/** JSON Schema (2020-12) of feeds.json for editors; published as feeds.schema.json. */
export function configJsonSchema(): object {
  return { title: 'feeds.json of kaynak', ...z.toJSONSchema(wholeSchema, { io: 'input' }) }
}
