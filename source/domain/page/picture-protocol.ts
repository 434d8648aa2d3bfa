/**
 * The ways in which a terminal shows pictures: within the lines of a page, and one alone on the whole screen.
 */
export type PictureProtocol = Readonly<{
  inline: 'kitty' | 'blocks';
  alone: 'kitty' | 'iterm' | 'sixel' | 'blocks';
}>;
