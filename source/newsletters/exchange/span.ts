const UNITS: readonly (readonly [seconds: number, names: RegExp])[] = [
  [
    1,
    /^(?:s|secs?|seconds?|sek|sekunden?|secondes?|segundos?|secondi|secondo|seconden?|sekunder?|sekundy?|секунд\p{L}*|秒)$/iu,
  ],
  [
    60,
    /^(?:m|mins?|minutes?|minuten?|minutos?|minuti|minuto|minuter?|minutt(?:er)?|minut|минут\p{L}*|分)$/iu,
  ],
  [
    3600,
    /^(?:h|hrs?|hours?|stunden?|heures?|horas?|ore|ora|uren|uur|timm(?:e|ar)|timer?|godzin\p{L}*|час\p{L}*|時間|小时)$/iu,
  ],
];

/** The first span of time in a sentence, in seconds: "try again in 9 minutes", "an hour", "in 5 Minuten". */
export function spanIn(words: string): number | undefined {
  let total: number | undefined;
  for (const [, amount = '', unit = ''] of words.matchAll(
    /(?<![\p{L}\p{N}.])(\d{1,5}|an?|one|une?|einer?|una?)\s?(\p{L}+?)(?=[^\p{L}]|$)/giu,
  )) {
    const seconds = UNITS.find(([, names]) => names.test(unit))?.[0];
    if (seconds !== undefined) total = (total ?? 0) + seconds * (/^\d/.test(amount) ? Number(amount) : 1);
    else if (total !== undefined) break;
  }
  return total;
}
