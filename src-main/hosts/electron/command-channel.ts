/** The one channel between the two sides: from the main process to the preload script, never back. */
export const COMMAND_CHANNEL = 'desk:command';
