/** Pieces that no author repeats ten thousand times. */
const PIECES = [
  'word ',
  'a',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  'שלום ',
  'สวัสดีชาวโลก',
  '\u200B',
  '𒀀 ',
  '<p>',
  '<p>a</p>',
  '<li>a',
  '<ul><li>a',
  '<blockquote>',
  '<table><tr><td>a',
  '<pre>a\n',
  '<a href="https://e.example">b</a> ',
  '<h2>a</h2>',
  'a<br>',
  '<em>a</em> ',
  '<img src="a.jpg" alt="b">',
  '<code>a</code> ',
  '&lt;',
  '*_[`',
];

const LONGEST = 60_000;

/** A body of one piece, over and over. */
export function heavyText(random: () => number): string {
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
  return piece.repeat(Math.ceil((random() * LONGEST) / piece.length));
}
