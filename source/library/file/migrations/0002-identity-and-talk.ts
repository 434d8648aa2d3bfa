/** The guid as the source writes it, the page where an article is discussed, and its files as JSON. */
export const identityAndTalk = `
ALTER TABLE article ADD COLUMN guid TEXT;
ALTER TABLE article ADD COLUMN comments TEXT;
ALTER TABLE article ADD COLUMN enclosures TEXT;
`;
