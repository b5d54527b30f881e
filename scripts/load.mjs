/** Loads TypeScript of the checkout into a script, without building anything. */
import { createServer } from 'vite';
import { ROOT } from './machine.mjs';

/** Runs `work` with a function that imports a source file by its path in the checkout. */
export async function withSources(work) {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await work((path) => server.ssrLoadModule(`/${path}`));
  } finally {
    await server.close();
  }
}
