declare const INKWELL_VERSION: string | undefined;

/** Put in by the build; absent when the sources run as they are. */
export const version = typeof INKWELL_VERSION === 'string' ? INKWELL_VERSION : '0.0.0-source';
