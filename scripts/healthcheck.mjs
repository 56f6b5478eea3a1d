/** Exits with 0 where the bot of this machine answers on OPS_PORT, else with 1. */
const { OPS_PORT = '9090', OPS_HOST = '127.0.0.1' } = process.env;
const host = OPS_HOST === '0.0.0.0' ? '127.0.0.1' : OPS_HOST;
const isAlive = await fetch(`http://${host}:${OPS_PORT}/livez`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isAlive ? 0 : 1);
