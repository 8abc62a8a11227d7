import type { IncomingHttpHeaders } from 'node:http'
import { type PageHeaders, present, type Validators } from '../model/index.ts'
import { sendable } from './request-headers.ts'

const MAX_FIELD = 8_192

/** The validators of one response, byte for byte; empty and unusable ones count as absent. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return sendable(present({ etag: headers.etag, lastModified: headers['last-modified'] }))
}

/** The fields that later steps read, as text without control characters, at most 8,192 characters each. */
export function pageHeaders(headers: IncomingHttpHeaders): PageHeaders {
  return present({
    contentType: fieldText(headers['content-type']),
    contentLanguage: fieldText(headers['content-language']),
    contentLocation: fieldText(headers['content-location']),
    xRobotsTag: fieldText(headers['x-robots-tag']),
    tdmReservation: fieldText(headers['tdm-reservation']),
    link: fieldText(headers['link']),
  })
}

/** A field whose raw bytes are UTF-8, as many servers send them, is read as such; any other as latin1. */
function fieldText(field: string | readonly string[] | undefined): string | undefined {
  if (field === undefined) return undefined
  const raw = (typeof field === 'string' ? field : field.join(', ')).slice(0, MAX_FIELD)
  const text = /[\x80-\xff]/.test(raw) ? (asUtf8(raw) ?? raw) : raw
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, ' ').trim()
}

function asUtf8(latin1: string): string | undefined {
  const text = Buffer.from(latin1, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? undefined : text
}
