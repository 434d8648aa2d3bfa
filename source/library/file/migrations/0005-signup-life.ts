/**
 * The mail that asks to confirm as JSON, when a sign-up was confirmed and left, and the publication of its
 * letters.
 */
export const signupLife = `
ALTER TABLE signup ADD COLUMN confirmation TEXT;
ALTER TABLE signup ADD COLUMN confirmed_at TEXT;
ALTER TABLE signup ADD COLUMN left_at TEXT;
ALTER TABLE signup ADD COLUMN letters TEXT;
`;
