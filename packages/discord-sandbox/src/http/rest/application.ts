import { invalidForm } from '../../api-error.ts';
import type { Core } from '../../core.ts';
import { type Route, route } from '../router.ts';

/** The bot itself, and the way to its gateway. */
export function applicationRoutes(core: Core): Route[] {
  const { world, origin, advice, gateway } = core;
  const gatewayUrl = () => origin().replace('http', 'ws').concat('/gateway');
  const me = { ...world.bot, mfa_enabled: false, verified: true, locale: 'en-US', email: null };
  return [
    route('GET', '/gateway', () => ({ status: 200, json: { url: gatewayUrl() } })),
    route('GET', '/gateway/bot', () => ({
      status: 200,
      json: {
        url: gatewayUrl(),
        shards: advice.shards,
        session_start_limit: {
          total: 1000,
          remaining: gateway.barredFor > 0 ? 0 : 1000,
          reset_after: gateway.barredFor || 86_400_000,
          max_concurrency: advice.maxConcurrency,
        },
      },
    })),
    route('GET', '/users/@me', () => ({ status: 200, json: me })),
    route('GET', '/applications/@me', () => ({ status: 200, json: application(core) })),
    route('PATCH', '/applications/@me', async ({ body }) => {
      await setEndpoint(core, body);
      return { status: 200, json: application(core) };
    }),
    route('GET', '/oauth2/applications/@me', () => ({ status: 200, json: application(core) })),
  ];
}

/** The one field of the application that a bot can change here. */
async function setEndpoint({ endpoint }: Core, body: unknown): Promise<void> {
  if (typeof body !== 'object' || body === null || !('interactions_endpoint_url' in body)) return;
  const { interactions_endpoint_url: url } = body;
  await endpoint.set(typeof url === 'string' && url !== '' ? url : null).catch(({ message }: Error) => {
    throw invalidForm([
      { path: ['interactions_endpoint_url'], code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID', message },
    ]);
  });
}

function application({ world, endpoint }: Core): object {
  const { application, bot, guilds, people } = world;
  const { id, name, description } = application;
  const owner = [...people.values()].find(({ manager }) => manager)?.user ?? bot;
  return {
    id,
    name,
    description,
    icon: null,
    type: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: endpoint.publicKey,
    flags: 0,
    flags_new: '0',
    owner,
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: endpoint.url,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    approximate_guild_count: guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: { 0: {}, 1: {} },
  };
}
