import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'

/** A key and its certificate, both as PEM. */
export type Certificate = { readonly key: string; readonly cert: string; readonly privateKey: KeyObject; readonly name: string }

type Wishes = {
  /** a DNS name or an IPv4 address */
  readonly name: string
  readonly from?: Date
  readonly until?: Date
  /** who signs; the certificate itself unless said otherwise */
  readonly issuer?: Certificate
  readonly isAuthority?: boolean
}

const OID = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  alternativeName: '551d11',
  basicConstraints: '551d13',
} as const
const HOUR = 3_600_000

/** Makes a certificate on the spot (X.509 v3, RFC 5280), so that no key lies in the repository and none ever expires. */
export function makeCertificate(wishes: Wishes): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, oid(OID.ecdsaWithSha256))
  const from = wishes.from ?? new Date(Date.now() - HOUR)
  const until = wishes.until ?? new Date(Date.now() + 24 * HOUR)
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1 + Math.floor(Math.random() * 120), 1, 2, 3])),
    algorithm,
    distinguishedName(wishes.issuer?.name ?? wishes.name),
    der(0x30, time(from), time(until)),
    distinguishedName(wishes.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions(wishes))),
  )
  const signature = sign('sha256', body, wishes.issuer?.privateKey ?? privateKey)
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    privateKey,
    name: wishes.name,
  }
}

function extensions({ name, isAuthority = false }: Wishes): readonly Buffer[] {
  const alternative = isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))
  return [
    der(0x30, oid(OID.alternativeName), der(0x04, der(0x30, alternative))),
    ...(isAuthority
      ? [
          der(
            0x30,
            oid(OID.basicConstraints),
            der(0x01, Buffer.from([0xff])),
            der(0x04, der(0x30, der(0x01, Buffer.from([0xff])))),
          ),
        ]
      : []),
  ]
}

function distinguishedName(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, oid(OID.commonName), der(0x0c, Buffer.from(name)))))
}

/** GeneralizedTime: YYYYMMDDHHMMSSZ */
function time(at: Date): Buffer {
  return der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
