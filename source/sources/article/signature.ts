/** The line that WordPress puts below every text of a feed, in the languages in which it is met. */
const SIGNATURE =
  /(?<!\s)\s*(?:the post|der beitrag|l[’'](?:article)|la entrada|il post|l[’']articolo|o post|het bericht|wpis|artykuł|inlägget|indlægget|innlegget|запись|příspěvek) .{1,250} (?:appeared first on|first appeared on|erschien zuerst (?:auf|bei)|est apparu en premier sur|aparece primero en|se publicó primero en|proviene da|sembra essere il primo su|apareceu primeiro em|verscheen eerst op|pojawił się poraz pierwszy w|dök först upp på|blev først udgivet på|dukket først opp på|впервые появилась|nejdříve na).{1,120}$/iu;

/**
 * Of each of the ends above something that it holds, in small letters: quicker to look for than the whole.
 */
const MARKS = [
  'first on',
  'appeared on',
  'zuerst',
  'en premier',
  'primero en',
  'proviene da',
  'il primo',
  'primeiro em',
  'verscheen',
  'pierwszy',
  'först',
  'først',
  'впервые',
  'nejdříve',
];

/** The text without the line that only says where it stood. Looks at its end alone. */
export function withoutSignature(text: string): string {
  const tail = text.slice(-500);
  const small = tail.toLowerCase();
  if (!MARKS.some(mark => small.includes(mark))) return text;
  const signature = SIGNATURE.exec(tail)?.[0];
  return signature === undefined ? text : text.slice(0, text.length - signature.length);
}
