import {expect, test} from 'vitest';
import {unicodeMathematics} from '../../../source/typeset/math/unicode-mathematics.ts';

test.each([
  ['E = mc^2', 'E = mc²'],
  ['\\sum_{i=0}^{n} i', '∑ᵢ₌₀ⁿ i'],
  ['\\frac{a}{b} + \\frac{a+b}{2}', 'a/b + (a+b)/2'],
  ['\\sqrt{2} + \\sqrt[3]{x+1}', '√2 + ³√(x+1)'],
  ['\\alpha \\leq \\beta', 'α ≤ β'],
  ['x \\in \\mathbb{R}', 'x ∈ ℝ'],
  ['f\\colon A \\to B', 'f: A → B'],
  ['\\hat{x}', 'x̂'],
  ['90^\\circ', '90°'],
  ['e^{i\\pi}', 'e^(iπ)'],
  ['\\text{speed} = \\left( \\frac{d}{t} \\right)', 'speed = ( d/t )'],
  ["f'(x)", 'f′(x)'],
])('%s is %s', (tex, unicode) => {
  expect(unicodeMathematics(tex)).toBe(unicode);
});

test.each(['\\begin{matrix} a & b \\end{matrix}', '\\unheard{x}', '{unclosed', 'closed}', '{'.repeat(100)])(
  '%s stays as it is',
  tex => {
    expect(unicodeMathematics(tex)).toBeUndefined();
  },
);
