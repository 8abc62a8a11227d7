const HEAD = 4_096

export type Declaration = { readonly label: string; readonly how: 'transport' | 'document' }

/** The encodings that a document is said to be in, the firmest first: by the transport, then by itself (XML declaration, HTML meta). */
export function declaredEncodings(
  bytes: Uint8Array,
  options: { readonly contentType?: string | undefined; readonly kind: 'xml' | 'html' },
): readonly Declaration[] {
  const transport = /charset\s{0,5}=\s{0,5}["']?\s{0,5}([^\s"';,]{1,40})/i.exec(options.contentType?.slice(0, 500) ?? '')?.[1]
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const xml = /<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i.exec(head)?.[1]
  const meta =
    options.kind === 'html' || xml === undefined
      ? /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i.exec(head)?.[1]
      : undefined
  const found: Declaration[] = []
  if (transport !== undefined) found.push({ label: transport, how: 'transport' })
  for (const label of [xml, meta]) if (label !== undefined) found.push({ label, how: 'document' })
  return found
}
