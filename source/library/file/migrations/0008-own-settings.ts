/** Settings that the reader has given to one publication, as JSON. */
export const ownSettings = `
ALTER TABLE publication ADD COLUMN own_settings TEXT;
`;
