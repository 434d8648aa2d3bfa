import {expect, test} from 'vitest';
import {faultOfQuery} from '../../../source/domain/query/query-fault.ts';
import {faultOfRule, readRule, ruleText, rulesFrom} from '../../../source/domain/rule/rule.ts';
import {readActs} from '../../../source/domain/rule/rule-acts.ts';

test('acts are read in their order, each once, with their names', () => {
  expect(readActs('hide, READ tag #Later tag later run push-it')).toEqual({
    ok: true,
    acts: [{kind: 'hide'}, {kind: 'read'}, {kind: 'tag', name: 'later'}, {kind: 'run', name: 'push-it'}],
  });
});

test.each([
  ['', 'it does nothing; there are hide, read, star, tag NAME, notify and run NAME'],
  ['hide tag', '“tag” needs a name'],
  ['tag ;', '“;” is no name: A tag is one word of letters, digits and . _ / -'],
  ['run $(x)', '“$(x)” is no name: a command’s name is one word of letters, digits and . _ -'],
  ['burn', '“burn” is no act; there are hide, read, star, tag NAME, notify and run NAME'],
])('“%s” is refused', (text, fault) => {
  expect(readActs(text)).toEqual({ok: false, fault});
});

test('a rule is one line', () => {
  expect(ruleText({query: '', do: ['hide', 'tag x'], in: 'The well', name: 'No'})).toBe(
    'No: hide, tag x for everything in The well',
  );
});

test('acts may be one text or a list, and are kept as a list', () => {
  expect(readRule({query: 'a', do: 'hide tag b'}, faultOfQuery)).toEqual({
    ok: true,
    rule: {query: 'a', do: ['hide', 'tag b']},
  });
  expect(rulesFrom([{query: 'a', do: ['hide']}, {query: 'is:x', do: 'hide'}, 7], faultOfQuery)).toEqual([
    {query: 'a', do: ['hide']},
  ]);
});

test.each([
  [[], 'a rule is not an object'],
  [{do: 'hide'}, 'a rule has no "query"'],
  [{query: 'is:unred', do: 'hide'}, 'the rule “is:unred” has a wrong query: “is:” knows'],
  [{query: 'a'}, 'has a "do" that is not a list of acts'],
  [{query: 'a', do: [1]}, 'has a "do" that is not a list of acts'],
  [{query: 'a', do: 'hide', in: 'x\ny'}, 'has a "in" that is not a line of text'],
  [{query: 'a', do: 'hide', when: 'now'}, 'has "when", which is not a part of a rule'],
])('%j has this fault: %s', (given, fault) => {
  expect(faultOfRule(given, faultOfQuery)).toContain(fault);
});

test('a line about a rule names no password of the address that it is about', () => {
  const rule = {query: 'x', do: ['star'], in: 'http://reader:SEKRIT@blog.example/feed'};
  expect(ruleText(rule)).toBe('star for x in http://reader:***@blog.example/feed');
});
