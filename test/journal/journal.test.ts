import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {Tokens} from 'marked';
import {expect, test} from 'vitest';
import {newsletterFrom} from '../../source/domain/newsletter/newsletter-from.ts';
import {JOURNAL, about, articles, essays, publication, tokensOf} from './read-journal.ts';

test('has at least twelve essays of 700 to 2,500 words', () => {
  expect(essays.length).toBeGreaterThanOrEqual(12);
  expect(essays.filter(({words}) => words < 700 || words > 2500).map(({slug}) => slug)).toEqual([]);
});

test.each(articles)('$slug says what a list shows of it', ({file, front}) => {
  expect(front.title).toMatch(/^\S.{3,59}$/);
  expect(front.description).toMatch(/^\S.{20,159}[.?]$/);
  expect(front.date).toMatch(/^2026-\d{2}-\d{2}$/);
  expect(front.tags.length).toBeGreaterThan(1);
  if (/^\d/.test(file)) expect(file.slice(0, 10)).toBe(front.date);
});

test.each(essays)('$slug is signed by one of the five, under a category', ({front}) => {
  expect(Object.keys(publication.authors)).toContain(front.author);
  expect(['Engineering', 'AI', 'Design']).toContain(front.category);
});

test('each author has a name, a role and a bio, and is said to be invented', () => {
  const said = /The five authors do not exist\.(.*?)are invented/s.exec(about?.markdown ?? '')?.[1];
  const authors = Object.values(publication.authors);
  expect(authors).toHaveLength(5);
  for (const {name, role, bio} of authors) {
    expect(said).toContain(name);
    expect(role.length).toBeGreaterThan(5);
    expect(bio.length).toBeGreaterThan(40);
  }
  expect(new Set(essays.map(({front}) => front.author)).size).toBe(5);
});

test('each category has three essays or more', () => {
  for (const category of ['Engineering', 'AI', 'Design'])
    expect(essays.filter(({front}) => front.category === category).length).toBeGreaterThanOrEqual(3);
});

test('what an article calls related is there, and is not itself', () => {
  const slugs = new Set(articles.map(({slug}) => slug));
  for (const {slug, front} of articles) {
    expect(front.related.length).toBeGreaterThan(1);
    expect(front.related.filter(name => !slugs.has(name) || name === slug)).toEqual([]);
  }
});

test('links to files of the journal find them', () => {
  const missing = articles.flatMap(({markdown}) =>
    tokensOf(markdown)
      .filter(({type}) => type === 'link' || type === 'image')
      .map(token => (token as Tokens.Link).href)
      .filter(href => !/^(?:https:|#)/.test(href) && !existsSync(join(JOURNAL, href))),
  );
  expect(missing).toEqual([]);
});

test('the about page comes last and owns that the numbers are for show', () => {
  expect(articles.at(-1)).toBe(about);
  expect(about?.markdown).toContain('number of subscribers on the newsletter card is invented');
});

test('the newsletter has its words, and goes to this machine only', () => {
  const newsletter = newsletterFrom(publication.newsletter);
  expect(newsletter).toMatchObject({heading: 'Letters from the well', subscribers: '2,500+'});
  expect(newsletter?.promises.some(promise => promise.includes('For show'))).toBe(true);
  expect(newsletter?.signup).toMatchObject({
    kind: 'request',
    url: 'http://127.0.0.1:8027/subscribe',
    method: 'json',
  });
});
