// The functions of the manifest, with Forge's services.

import { fetch } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { auditLog } from './audit-log.js';

const { ATLASSIAN_ADMIN_API_KEY: apiKey, ATLASSIAN_ADMIN_ORG_ID: orgId } = process.env;

const app = auditLog({ apiKey, orgId, fetch, kvs, queue: new Queue({ key: 'audit-log' }) });

export const { schedule, copy } = app;
export const resolver = new Resolver().define('digest', app.digest).define('refresh', schedule).getDefinitions();
