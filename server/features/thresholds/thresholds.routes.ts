import {
  publishThresholdsInput,
  simulationSchema,
  thresholdsInput,
  thresholdsSchema,
} from '../../contract/thresholds.ts';
import { route } from '../../platform/http/route.ts';
import { listThresholds } from './listThresholds.ts';
import { publishThresholds } from './publishThresholds.ts';
import { simulateThresholds } from './simulateThresholds.ts';

export const thresholdRoutes = [
  route({
    method: 'get',
    path: '/thresholds',
    operationId: 'listThresholds',
    summary: 'Thresholds in force, published and proposed, and the limits that a text sets',
    access: 'thresholds.manage',
    audit: { none: 'Rules, of which every file is computed; no file is read.' },
    transaction: 'actor',
    output: thresholdsSchema,
    run: listThresholds,
  }),
  route({
    method: 'post',
    path: '/thresholds',
    operationId: 'publishThresholds',
    summary: 'Publish thresholds from a day on; the files are computed again at once',
    access: 'thresholds.manage',
    audit: { kind: 'WRITE', files: () => [] },
    transaction: 'actor',
    body: publishThresholdsInput,
    output: thresholdsSchema,
    status: 201,
    run: publishThresholds,
  }),
  route({
    method: 'post',
    path: '/thresholds/simulation',
    operationId: 'simulateThresholds',
    summary: 'What thresholds would change on their first day, by department and rule; nothing is kept',
    access: 'thresholds.manage',
    audit: { kind: 'READ', files: () => [] },
    transaction: 'rules',
    body: thresholdsInput,
    output: simulationSchema,
    run: simulateThresholds,
  }),
];
