// Stores organization, key and URL, and requests the permission to call that host.

const field = (id) => document.getElementById(id);

async function store() {
  const settings = { baseUrl: field('baseUrl').value, orgId: field('orgId').value, apiKey: field('apiKey').value };
  const { protocol, hostname } = new URL(settings.baseUrl);
  const isGranted = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  if (!isGranted) {
    field('status').textContent = 'Without the permission to call this host, nothing was stored.';
    return;
  }
  await chrome.storage.local.set({ settings });
  field('apiKey').value = '';
  field('status').textContent = 'Stored.';
  await chrome.runtime.sendMessage('restart');
}

field('options').addEventListener('submit', (event) => {
  event.preventDefault();
  store().catch((error) => (field('status').textContent = error.message));
});
