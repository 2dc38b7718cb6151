const worker = new Worker('worker.js', { type: 'module' });
worker.onmessage = ({ data }) => {
  document.querySelector('output').textContent = JSON.stringify(data);
};
worker.postMessage(Object.fromEntries(new URLSearchParams(location.search)));
