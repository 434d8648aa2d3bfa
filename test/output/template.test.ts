import {expect, test} from 'vitest';
import {checkTemplate, fillTemplate} from '../../source/output/template.ts';
import {articleRow} from '../helpers/state.ts';

const row = articleRow(1, {title: 'Two\n lines', tags: ['a', 'b'], url: 'https://example.com/1'});

test('names in braces become values, \\t and \\n what they stand for', () => {
  expect(fillTemplate('{id}\\t{author}\\t{date}\\t{minutes} min\\n', row)).toBe(
    'article-1\tMara Lindqvist\t2026-11-12\t6 min\n',
  );
});

test('a value stays on its line and in its column', () => {
  expect(fillTemplate('{title}|{tags}', row)).toBe('Two lines|a, b');
});

test('what is absent is empty, and {{ is a brace', () => {
  expect(fillTemplate('{{x} {excerpt}!', row)).toBe('{x} !');
});

test('an unknown name is refused, the nearest one named', () => {
  expect(() => checkTemplate({format: '{titel}'})).toThrow('An article has no {titel}.');
  expect(() => checkTemplate({format: '{constructor}'})).toThrow('An article has no {constructor}.');
  expect(() => checkTemplate({format: '{title} {{not} {url}'})).not.toThrow();
});
