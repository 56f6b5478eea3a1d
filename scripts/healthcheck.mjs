/** Exits with 0 where the bot of this machine answers on OPS_PORT, else with 1. */
const { OPS_PORT = '9090', OPS_HOST = '127.0.0.1' } = process.env;
/** The address to ask where it listens on every one, and IPv6 as an address of the web has it. */
const EVERY = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
const host = EVERY[OPS_HOST] ?? (OPS_HOST.includes(':') ? `[${OPS_HOST}]` : OPS_HOST);
const isAlive = await fetch(`http://${host}:${OPS_PORT}/livez`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isAlive ? 0 : 1);
