import {expect, test} from 'vitest';
import {linesOf, setBody} from '../../helpers/set-page.ts';

test('the way back from a footnote stands behind its last word, however wide the text is', () => {
  const note = 'Much folklore about dangerous migrations is older than both of these engines are.';
  for (let measure = 20; measure <= 100; measure++) {
    const lines = linesOf(setBody(`A claim.[^1]\n\n[^1]: ${note}`, {measure}));
    expect(lines.find(line => line.includes('↩'))).toMatch(/are\. ↩$/);
  }
});
