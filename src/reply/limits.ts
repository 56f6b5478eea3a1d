/** Discord's limits that replies are built to keep. Lengths are in UTF-16 units, which never count less than Discord does. */
export const LIMITS = {
  /** Text of all text displays of one message. */
  messageText: 4000,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  selectOptions: 25,
  selectText: 100,
  /** Bytes of a file that a bot may send, where the server has no boosts. */
  file: 10 * 1024 * 1024,
  /** What a picture shows, for those who do not see it. */
  mediaDescription: 1024,
  choices: 25,
  choiceText: 100,
} as const;
