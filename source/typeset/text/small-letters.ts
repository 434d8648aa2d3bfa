const RAISED = mapped(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
);
const LOWERED = mapped('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** A text in Unicode's raised letters, or undefined where a letter has none. */
export function superscript(text: string): string | undefined {
  return inLetters(text, RAISED);
}

export function subscript(text: string): string | undefined {
  return inLetters(text, LOWERED);
}

function inLetters(text: string, letters: ReadonlyMap<string, string>): string | undefined {
  let result = '';
  for (const letter of text) {
    const small = letter === ' ' ? ' ' : letters.get(letter === '\u2212' ? '-' : letter);
    if (small === undefined) return undefined;
    result += small;
  }
  return result;
}

function mapped(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (letter, index) => [letter, targets[index] ?? letter]));
}
