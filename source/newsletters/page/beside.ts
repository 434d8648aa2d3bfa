import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {ancestors, elementsIn, textOf} from './markup.ts';
import type {Markup} from './markup.ts';

export type Words = Pick<Newsletter, 'heading' | 'pitch' | 'subscribers' | 'promises'>;

/**
 * The words that a page puts beside its sign-up, where they can be told for sure: in the smallest box around
 * it that has one heading and little else. Where the box holds more than a card does, nothing is guessed.
 */
export function wordsBeside(form: Markup): Words {
  const card = [form, ...ancestors(form).slice(0, MOST_BOXES)].find(box => headingsOf(box).length > 0);
  if (!card || headingsOf(card).length > 1 || isMoreThanACard(card)) return {promises: []};
  const heading = textOf(headingsOf(card)[0] ?? card, 200);
  const texts = [...new Set(paragraphsOf(card).map(one => textOf(one, 500)))].filter(
    text => text !== '' && text !== heading,
  );
  const promises = texts.filter(isPromise).slice(0, MOST_PROMISES);
  const pitch = texts.find(
    text => !isPromise(text) && isSentence(text) && !SMALL_PRINT.test(text) && text.length <= LONGEST_PITCH,
  );
  const subscribers = COUNT.exec(textOf(card, LARGEST_CARD))?.[1];
  return {
    ...(heading && heading.length <= LONGEST_HEADING && {heading}),
    ...(pitch !== undefined && {pitch}),
    ...(subscribers !== undefined && {subscribers}),
    promises,
  };
}

const MOST_BOXES = 4;
const LARGEST_CARD = 900;
const LONGEST_HEADING = 120;
const LONGEST_PITCH = 300;
const MOST_PROMISES = 4;

function headingsOf(box: Markup): readonly Markup[] {
  return elementsIn(box)
    .filter(({name}) => /^h[1-6]$|^legend$/.test(name))
    .filter(heading => textOf(heading, 200) !== '');
}

function isMoreThanACard(box: Markup): boolean {
  const inside = elementsIn(box);
  const isStructure =
    /^(?:body|html|main|article|nav)$/.test(box.name) ||
    inside.some(({name}) => /^(?:article|nav|main)$/.test(name));
  return (
    isStructure ||
    inside.filter(({name}) => name === 'form').length > 1 ||
    textOf(box, LARGEST_CARD + 1).length > LARGEST_CARD
  );
}

/** Paragraphs and list entries, and the small print; labels of fields are none. */
function paragraphsOf(box: Markup): readonly Markup[] {
  return elementsIn(box).filter(
    one =>
      /^(?:p|li|small)$/.test(one.name) &&
      !elementsIn(one).some(({name}) => /^(?:p|li|input|label|button)$/.test(name)),
  );
}

const SMALL_PRINT = /privacy|terms of|cookie|consent|datenschutz|recaptcha|powered by/i;

/** More than a label: several words, or a run of letters where words are not set apart. */
function isSentence(text: string): boolean {
  return /\p{L}\S*\s+\p{L}\S*\s+\p{L}|\p{Lo}{6}/u.test(text);
}

function isPromise(text: string): boolean {
  return text.length <= 80 && PROMISE.test(text);
}

const PROMISE =
  /\bspam\b|unsubscribe|opt[- ]?out|\bfree\b|no ads|any ?time|never share|once a (?:week|month)|\b(?:weekly|monthly)\b|kein spam|jederzeit|désinscri/i;

/** "Join 2,500+ subscribers", "read by 12k developers". */
const COUNT =
  /(?:join|over|with|by|trusted by)\s+(?:over\s+|more than\s+)?(\d[\d.,]*\s?[km]?\+?)\s+(?:\p{L}+\s+){0,2}(?:subscribers|readers|people|developers|engineers|designers|others|members|folks)/iu;
