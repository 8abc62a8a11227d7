export { listenAddress } from './listen-address.ts'
export { type Metric, metricsText } from './metrics-text.ts'
export { type Newsroom, newsroomMetrics } from './newsroom-metrics.ts'
export { type ServeOptions, type Serving, startServer } from './start-server.ts'
