/** Rows of pixels from the top, so many bytes each: red, green, blue, and how opaque it is. */
export type Pixels = Readonly<{data: Uint8Array; channels: 3 | 4}>;
