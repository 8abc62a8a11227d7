/** Small documents of outlets that do not exist. */
export const rss = (inside: string, attributes = 'version="2.0"'): string =>
  `<?xml version="1.0"?><rss ${attributes}><channel><title>The Example Post</title><link>https://post.example.org/</link>${inside}</channel></rss>`

export const atom = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example Wire</title><id>urn:x:wire</id>${inside}</feed>`

export const bytes = (text: string): Uint8Array => Buffer.from(text)
