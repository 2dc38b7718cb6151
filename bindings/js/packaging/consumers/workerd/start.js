// Serves the worker on a free port, which workerd reports on its control descriptor, and sends one
// request.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import workerd from 'workerd';

const server = spawn(workerd.default, ['serve', 'config.capnp', '--control-fd=1'], { stdio: ['ignore', 'pipe', 'inherit'] });
for await (const line of createInterface({ input: server.stdout })) {
  const { event, port } = JSON.parse(line);
  if (event === 'listen') {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    console.log(await answer.text());
    server.kill();
  }
}
