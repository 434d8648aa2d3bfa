/** Signs of TeX that Unicode has. */
export const COMMANDS: ReadonlyMap<string, string> = new Map(
  `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
  pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ partial ∂ nabla ∇ infty ∞
  forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ aleph ℵ hbar ℏ ell ℓ Re ℜ Im ℑ angle ∠ triangle △ square □ pm ± mp ∓
  times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
  wedge ∧ land ∧ neg ¬ lnot ¬ setminus ∖ dagger † wr ≀ prime ′ degree ° checkmark ✓ colon : lbrace { rbrace } vert | Vert ‖
  langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | lVert ‖ rVert ‖ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱
  dotsc … dotsb ⋯ top ⊤ bot ⊥ imath ı jmath ȷ { { } } $ $ % % # # & & _ _ | ‖`
    .split(/\s+/)
    .reduce<[string, string][]>(
      (pairs, word, index, words) => (index % 2 === 0 ? [...pairs, [word, words[index + 1] ?? '']] : pairs),
      [],
    )
    .concat(relations())
    .concat(
      'sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp min max sup inf lim limsup liminf det dim ker gcd deg arg hom Pr argmin argmax'
        .split(' ')
        .map(name => [name, `${name} `]),
    ),
);

/** Relations and arrows stand between spaces. */
function relations(): [string, string][] {
  const words =
    `leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ equiv ≡ cong ≅ sim ∼ simeq ≃ propto ∝ in ∈ notin ∉ ni ∋
    subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ mid ∣ parallel ∥ perp ⊥ vdash ⊢ models ⊨ to → rightarrow → leftarrow ← gets ←
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓
    hookrightarrow ↪ rightharpoonup ⇀ prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ doteq ≐ because ∵ therefore ∴`.split(
      /\s+/,
    );
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < words.length; index += 2)
    pairs.push([words[index] ?? '', ` ${words[index + 1] ?? ''} `]);
  return pairs;
}

export const SPACES: ReadonlyMap<string, string> = new Map([
  [',', ' '],
  [':', ' '],
  [';', ' '],
  ['!', ''],
  [' ', ' '],
  ['quad', '  '],
  ['qquad', '  '],
  ['\\', ' ; '],
  ['displaystyle', ''],
  ['textstyle', ''],
  ['limits', ''],
  ['nolimits', ''],
]);

/** Commands that change the letters of their argument. */
export const LETTERS: ReadonlyMap<string, (text: string) => string> = new Map<
  string,
  (text: string) => string
>([
  ...'text mathrm textrm textbf textit mathbf mathit operatorname mathsf texttt mathtt boldsymbol bm mbox'
    .split(' ')
    .map((name): [string, (text: string) => string] => [name, text => text]),
  ['mathbb', text => Array.from(text, letter => DOUBLE.get(letter) ?? letter).join('')],
  ['mathcal', text => Array.from(text, letter => SCRIPT.get(letter) ?? letter).join('')],
  ['hat', text => accented(text, '\u0302')],
  ['bar', text => accented(text, '\u0304')],
  ['overline', text => accented(text, '\u0304')],
  ['tilde', text => accented(text, '\u0303')],
  ['vec', text => accented(text, '\u20d7')],
  ['dot', text => accented(text, '\u0307')],
  ['ddot', text => accented(text, '\u0308')],
]);

const DOUBLE = new Map(
  Array.from('CHNPQRZE', (letter, index) => [letter, Array.from('ℂℍℕℙℚℝℤ𝔼')[index] ?? letter]),
);
const SCRIPT = new Map(
  Array.from('BEFHILMR', (letter, index) => [letter, Array.from('ℬℰℱℋℐℒℳℛ')[index] ?? letter]),
);

function accented(text: string, mark: string): string {
  return Array.from(text, letter => (letter === ' ' ? letter : letter + mark)).join('');
}
