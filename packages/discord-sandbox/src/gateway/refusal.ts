import { GatewayCloseCodes } from 'discord-api-types/v10';

/** What a bot did wrong, as the code that its connection is closed with. */
export class Refusal extends Error {
  readonly closeCode: GatewayCloseCodes;

  constructor(closeCode: GatewayCloseCodes) {
    super(GatewayCloseCodes[closeCode]);
    this.closeCode = closeCode;
  }
}
