// Watches the audit log: a service worker that Chromium starts for an alarm and ends when it likes.
//
//   npm install                       # in this repository after `cargo xtask wasm`
//   then load this folder as an unpacked extension, and give organization and key on its options page
//
// An extension may call hosts that it has permission for, so it needs no proxy. The key stays in the extension's storage, which only
// its own pages and this worker can read.

import { poll, restart } from './poll.js';
import { showBadge } from './badge.js';

const PERIOD = { periodInMinutes: 1 };

// Else scripts within pages could read it, too, should this extension ever have some.
chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

// Chromium starts the worker for these; they must be there as soon as its script has run.
chrome.runtime.onInstalled.addListener(() => chrome.alarms.create('poll', PERIOD));
chrome.runtime.onStartup.addListener(() => chrome.alarms.create('poll', PERIOD));
chrome.alarms.onAlarm.addListener(() => poll());
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'poll') poll();
  if (message === 'restart') restart();
});
chrome.storage.onChanged.addListener(showBadge);
