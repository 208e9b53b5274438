export { thresholdsForWriting, thresholdsInForce } from './thresholds.store.ts';
