import type { LookupAddress } from 'node:dns'
import { isIP, connect as netConnect, type Socket } from 'node:net'
import { type ConnectionOptions, connect as tlsConnect } from 'node:tls'
import type { Stop } from './deadline.ts'
import { type Failed, failed } from './failed.ts'
import { isSameAddress } from './public-address.ts'
import { transportTrouble } from './transport-trouble.ts'

/** An open connection, through TLS where that was asked for. Whoever got it destroys it. */
export type Connection = { readonly kind: 'connected'; readonly socket: Socket }

export type Endpoint = { readonly host: string; readonly port: number; readonly addresses: readonly LookupAddress[] }

/** How long one of several addresses may take before the next is tried as well; Node's 250 ms give up on far-away hosts. */
const NEXT_ADDRESS_MS = 1_000

/** More addresses of one name than anyone needs: a hostile name server may send hundreds. */
const MAX_ADDRESSES = 8

/** Connects to one of the given addresses and to nothing else: the address at the other end is compared once more when it stands. */
export async function connectTo(endpoint: Endpoint, stop: Stop): Promise<Connection | Failed> {
  const { port, addresses } = endpoint
  const [first] = addresses
  if (first === undefined) return failed('dns', 'its name does not resolve')
  const socket = netConnect(
    addresses.length === 1
      ? { host: first.address, port, family: first.family }
      : {
          host: endpoint.host,
          port,
          lookup: (_host, _options, done) => done(null, addresses.slice(0, MAX_ADDRESSES)),
          autoSelectFamily: true,
          autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
        },
  )
  const trouble = await standing(socket, 'connect', stop)
  if (trouble !== undefined) return trouble
  const remote = socket.remoteAddress ?? ''
  if (addresses.some(({ address }) => isSameAddress(address, remote))) return { kind: 'connected', socket }
  socket.destroy()
  return failed('private-address', 'it was connected to an address that was not checked')
}

/** Speaks TLS over a connection, checking the certificate against the host's name. The connection is destroyed when that fails. */
export async function secured(socket: Socket, host: string, stop: Stop): Promise<Connection | Failed> {
  const name = host.replace(/\.$/, '')
  const options: ConnectionOptions = { socket, host: name, ALPNProtocols: ['http/1.1'] }
  const tls = tlsConnect(isIP(name) === 0 ? { ...options, servername: name } : options) // a server name is never an address (RFC 6066 3)
  const trouble = await standing(tls, 'secureConnect', stop)
  if (trouble === undefined) return { kind: 'connected', socket: tls }
  socket.destroy()
  return trouble
}

function standing(socket: Socket, event: 'connect' | 'secureConnect', stop: Stop): Promise<Failed | undefined> {
  return new Promise((resolve) => {
    const settle = (trouble: Failed | undefined): void => {
      withdraw()
      socket.removeListener('close', onClose)
      if (trouble !== undefined) socket.destroy()
      resolve(trouble)
    }
    const onClose = (): void => settle(failed('reset', 'the connection was closed without an answer'))
    const withdraw = stop.onStop(() => settle(failed('timeout', 'it was not reached in time')))
    socket.once(event, () => settle(undefined))
    socket.on('error', (error) => settle(transportTrouble(error))) // stays: a later error without a listener would end the process
    socket.once('close', onClose)
  })
}
