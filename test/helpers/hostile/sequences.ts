import {expect} from 'vitest';

/*
 * What may leave the program, byte by byte. Everything here is something that Inkwell or Ink says on purpose;
 * whatever else is found came from a stranger.
 */

/** SGR and hyperlinks: what a text with styles may hold. */
const STYLES =
  /\u001B\[[\d:;]*m|\u001B\]8;[^;\u0007\u001B]*;(?:(?:https?:\/\/|mailto:)[!-~]*)?(?:\u0007|\u001B\\)/g;

/**
 * What moves the cursor, clears and scrolls on the screen that is drawn, none of it further than a screen is
 * large.
 */
const DRAWING =
  /\u001B\[(?:1?\d?\d(?:;1?\d?\d)?)?[ABCDEFGHJKLMSTr]|\u001B\[\?(?:7|25|1049|2004|2026|1007)[hl]|\u001B\[\?1007[sr]|\u001B\[[<>=]\d?u|\u001B\[\?u/g;

/** An article copied on the reader's wish; what it holds is looked at by itself. */
const CLIPBOARD = /\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007/g;

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/u;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;
const TAGS = /[\u{e0000}-\u{e007f}]/u;

/** Text alone: line feeds and tabs, nothing that turns the text around. */
export function mustBePlain(text: string, where: string): void {
  for (const kind of [CONTROL, TURNING, TAGS, /\p{Cs}/u]) {
    const found = kind.exec(text);
    expect(
      found && `${where}: ${JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 60))}`,
    ).toBeNull();
  }
}

/** JSON: plain as it stands, and plain in each of its strings. */
export function mustBePlainJson(text: string, where: string): void {
  mustBePlain(text, where);
  for (const value of valuesOf(text)) inStrings(value, where);
}

/** One value, or one on each line. */
function valuesOf(text: string): readonly unknown[] {
  const lines = text.trim().split('\n');
  const isLines = lines.every(line => line.startsWith('{') && line.endsWith('}'));
  return (isLines ? lines : text.trim() === '' ? [] : [text]).map(line => JSON.parse(line) as unknown);
}

function inStrings(value: unknown, where: string): void {
  if (typeof value === 'string') mustBePlain(value, where);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) {
      mustBePlain(name, where);
      inStrings(part, `${where}.${name}`);
    }
}

export function mustBeStyled(text: string, where: string): void {
  for (const [sequence] of text.matchAll(STYLES))
    expect(conceals(sequence) && `${where}: ${JSON.stringify(sequence)}`).toBe(false);
  mustBePlain(text.replaceAll(STYLES, ''), where);
}

/** All that the reader wrote to its terminal; returns what it put into the clipboard. */
export function mustBeDrawn(output: string, where: string): readonly string[] {
  const copied = Array.from(output.matchAll(CLIPBOARD), ([, base64 = '']) =>
    Buffer.from(base64, 'base64').toString(),
  );
  for (const text of copied) mustBePlain(text, `${where}, the clipboard`);
  mustBeStyled(output.replaceAll(CLIPBOARD, '').replaceAll(DRAWING, '').replaceAll(/\r/g, ''), where);
  return copied;
}

/** Blinking and hidden text; the numbers of a colour mean neither. */
function conceals(sequence: string): boolean {
  if (!sequence.endsWith('m') || sequence.startsWith('\u001B]')) return false;
  const plain = sequence.slice(2, -1).replaceAll(/(?:38|48|58)[:;](?:5[:;]\d+|2(?:[:;]\d+){3})/g, '');
  return plain.split(/[:;]/).some(number => ['5', '6', '8'].includes(number));
}
