/*
 * `is_private`: the source was at a private address when it was added; NULL until it is next fetched. A name
 * that leads into the reader's own network later is asked about, not fetched. Rescued articles get a place
 * that can't be fetched.
 */
export const privateSources = `
ALTER TABLE publication ADD COLUMN is_private INTEGER;
UPDATE publication SET location = 'inkwell:rescued' WHERE id = 'rescued' AND location = 'rescued';
`;
