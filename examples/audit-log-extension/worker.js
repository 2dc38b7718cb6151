// Watches the audit log: a service worker that Chromium starts for an alarm and may stop at any time.
//
//   npm install                       # in this repository after `cargo xtask wasm`
//   then load this folder as an unpacked extension, and give organization and key on its options page
//
// An extension may call hosts that it has permission for, so it needs no proxy. The key stays in the extension's storage, which only
// its own pages and this worker can read.

import { poll, restart } from './poll.js';
import { showBadge } from './badge.js';

const PERIOD = { periodInMinutes: 1 };

// Otherwise content scripts could read it as well, if this extension gets any.
chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

// Chromium starts the worker for these events; the listeners must be registered synchronously.
chrome.runtime.onInstalled.addListener(() => chrome.alarms.create('poll', PERIOD));
chrome.runtime.onStartup.addListener(() => chrome.alarms.create('poll', PERIOD));
chrome.alarms.onAlarm.addListener(() => poll());
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'poll') poll();
  if (message === 'restart') restart();
});
chrome.storage.onChanged.addListener(showBadge);
