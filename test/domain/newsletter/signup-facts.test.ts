import {expect, test} from 'vitest';
import {newsletterFrom} from '../../../source/domain/newsletter/newsletter-from.ts';
import type {Newsletter} from '../../../source/domain/newsletter/newsletter.ts';
import {describeSignup, isOwnSite} from '../../../source/domain/newsletter/signup-facts.ts';

const publication = {
  id: 'p',
  title: 'Gazette',
  location: 'https://feeds.gazette.co.uk/1.xml',
  homepage: 'https://gazette.co.uk/blog',
};

function facts(url: string, change = {}) {
  const newsletter = newsletterFrom({url}) as Newsletter;
  return describeSignup(newsletter, {...publication, ...change});
}

test('the same site under another name is the same site', () => {
  expect(facts('https://letters.gazette.co.uk/subscribe')).toMatchObject({
    host: 'letters.gazette.co.uk',
    isElsewhere: false,
    where: 'Goes to letters.gazette.co.uk.',
  });
});

test('a home page is the publication’s only where the feed is of that site, or a folder names it', () => {
  const claimed = {location: 'https://blog.example/feed.json', homepage: 'https://gazette.co.uk/'};
  expect(facts('https://gazette.co.uk/subscribe', claimed)).toMatchObject({
    isElsewhere: true,
    isForeign: true,
  });
  expect(facts('https://blog.example/subscribe', claimed)).toMatchObject({isElsewhere: false});
  const folder = {location: '/home/ada/blog', homepage: 'https://gazette.co.uk/'};
  expect(facts('https://gazette.co.uk/subscribe', folder)).toMatchObject({isElsewhere: false});
});

test('another site is said plainly, with the service if it is known', () => {
  expect(facts('https://letters.example/s')).toMatchObject({
    isElsewhere: true,
    isForeign: true,
    where:
      "Goes to letters.example, another site than this publication's, and no service that Inkwell knows.",
  });
  expect(facts('https://buttondown.com/gazette')).toMatchObject({
    service: 'Buttondown',
    where: "Goes to Buttondown (buttondown.com), another site than this publication's.",
    next: 'You will get a mail with a link; nothing starts before you follow it.',
  });
});

test('a service is known by its usual port alone', () => {
  const odd = facts('https://app.kit.com:8443/forms/7/subscriptions');
  expect(odd.isForeign).toBe(true);
  expect(odd.service).toBeUndefined();
});

test('sites of strangers under one shared domain are different sites', () => {
  expect(facts('https://other.github.io/s', {homepage: 'https://gazette.github.io/'}).isElsewhere).toBe(true);
  expect(facts('https://other.co.uk/s').isElsewhere).toBe(true);
});

test("a feed's own host counts as home too", () => {
  expect(facts('https://www.gazette.co.uk/s', {homepage: undefined}).isElsewhere).toBe(false);
});

test('a folder without a home page names every host but this machine as another', () => {
  const {homepage: _, ...folder} = publication;
  const newsletter = newsletterFrom({url: 'https://letters.example/s'}) as Newsletter;
  const notes = {...folder, location: '/home/ada/notes'};
  expect(describeSignup(newsletter, notes)).toMatchObject({isElsewhere: true, isForeign: true});
  const here = newsletterFrom({url: 'http://127.0.0.1:8080/s'}) as Newsletter;
  expect(describeSignup(here, notes)).toMatchObject({
    isForeign: false,
    where: 'Goes to 127.0.0.1:8080, on this machine.',
  });
});

test('this machine is called that, with its port', () => {
  expect(facts('http://127.0.0.1:8027/subscribe').where).toBe('Goes to 127.0.0.1:8027, on this machine.');
});

test('a service that wants a browser is announced as such', () => {
  expect(facts('https://gazette.substack.com')).toMatchObject({
    host: 'gazette.substack.com',
    where: 'Substack takes sign-ups in a browser only, at gazette.substack.com.',
    next: 'Inkwell sends nothing itself.',
  });
});

test('a sign-up that was found says on which page, and when', () => {
  const newsletter = newsletterFrom({url: 'https://gazette.co.uk/s'}) as Newsletter;
  const found = {...newsletter, foundOn: 'https://gazette.co.uk/'};
  expect(describeSignup(found, publication).found).toBe('Found at https://gazette.co.uk/.');
  expect(describeSignup({...found, foundAt: '2026-11-12T23:59:00.000Z'}, publication).found).toBe(
    'Found at https://gazette.co.uk/ on 12 November 2026.',
  );
  expect(describeSignup(newsletter, publication).found).toBeUndefined();
});

test('without an endpoint there is no host and nothing is sent', () => {
  const told = describeSignup({promises: [], signup: {kind: 'none'}}, publication);
  expect(told.host).toBeUndefined();
  expect(told.next).toMatch(/nothing is sent/);
});

test('a home page that only a feed names is not the publication’s own site', () => {
  const at = new URL('https://victim.example/members/');
  const feed = {id: 'p', title: 'Claims', location: 'https://gazette.example/feed.xml'};
  expect(isOwnSite(at, {...feed, homepage: 'https://victim.example/'})).toBe(false);
  expect(isOwnSite(new URL('https://www.gazette.example/members/'), feed)).toBe(true);
  expect(isOwnSite(at, {...feed, location: '/home/ada/blog'})).toBe(true);
});
