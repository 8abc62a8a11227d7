/** Nothing is loaded and nothing framed: for whatever is no page of ours. Feeds may use their own style sheet. */
const STRICT =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"<>]{1,2000})">/i
/** What may stand in a field of a header; a policy that holds anything else is none of ours. */
const CLEAN = /^[\w '+/=;:.*-]+$/

/**
 * Header fields that every answer carries, as name and value in turn. A page's own policy (hashes of its style and script) is said
 * again in the header, where it also covers what stands before the meta element, with the ban on framing that only a header can say.
 */
export function securityHeaders(head: string): readonly string[] {
  return [
    'Content-Security-Policy',
    policyOf(head),
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'no-referrer',
    'Cross-Origin-Opener-Policy',
    'same-origin',
  ]
}

function policyOf(head: string): string {
  const stated = POLICY.exec(head)?.[1]?.replaceAll('&#39;', "'").replaceAll('&apos;', "'")
  return stated !== undefined && CLEAN.test(stated) ? `${stated}; frame-ancestors 'none'` : STRICT
}
