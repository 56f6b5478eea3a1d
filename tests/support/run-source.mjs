import { createServer, createServerModuleRunner } from 'vite';

/** Runs a TypeScript file of the project with the arguments after it, as its build would be run. */
const [, , file, ...args] = process.argv;
process.argv = [process.execPath, file, ...args];
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
process.on('exit', () => void server.close());
await createServerModuleRunner(server.environments.ssr, { hmr: false }).import(file);
await server.close();
