// Shows the events that the worker has stored, and updates the list.

import { unseen } from './badge.js';

const show = async () => {
  const { log, problem } = await chrome.storage.local.get(['log', 'problem']);
  document.getElementById('unseen').textContent = await unseen();
  document.getElementById('total').textContent = log?.total ?? 0;
  document.getElementById('problem').textContent = problem ?? '';
  document.getElementById('latest').replaceChildren(...(log?.latest ?? []).map(line));
};

function line({ id, time, action, text }) {
  const item = document.createElement('li');
  item.dataset.id = id;
  item.textContent = `${time?.slice(0, 16).replace('T', ' ')} ${action}: ${text ?? ''}`;
  return item;
}

document.getElementById('poll').addEventListener('click', () => chrome.runtime.sendMessage('poll'));
document.getElementById('read').addEventListener('click', async () => {
  const { log } = await chrome.storage.local.get('log');
  if (log) await chrome.storage.local.set({ seen: { orgId: log.orgId, total: log.total } });
});
chrome.storage.onChanged.addListener(show);
show();
