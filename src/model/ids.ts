declare const brand: unique symbol

/** The name of a source in feeds.json and in file names: 1 to 64 of `a-z 0-9 -`, starting with a letter or digit. */
export type SourceId = string & { readonly [brand]: 'SourceId' }

/** An item for ever: `urn:uuid:` and a version 8 UUID (RFC 9562 5.8) made from its source and its first identity. */
export type ItemId = string & { readonly [brand]: 'ItemId' }

/** An absolute http or https address without user-info, as the WHATWG URL parser writes it. Made by `httpUrl` in text/. */
export type HttpUrl = string & { readonly [brand]: 'HttpUrl' }

/** Whether a text can name a source; what passes can be used as a file name on every system. */
export function isSourceId(text: string): text is SourceId {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(text)
}

/** Whether a text has the shape of an item's id. */
export function isItemId(text: string): text is ItemId {
  return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
}
