export { type Attributed, attribute, type UnplacedCredit } from './attribute.ts'
export type { AttributeInput } from './attribute-input.ts'
