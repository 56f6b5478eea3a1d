const names = (text: string): string[] => text.trim().split(/\s+/);

/** Names that TeX sets upright: they stay as they are. */
export const TEX_FUNCTIONS: ReadonlySet<string> = new Set(
  names(
    'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim limsup liminf max min sup inf det dim ker deg gcd arg hom Pr mod bmod',
  ),
);

const GREEK = names(
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω',
);
const SIGNS = names(
  'times × cdot · cdotp · ast * star ⋆ div ÷ pm ± mp ∓ circ ° bullet • leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ to → rightarrow → longrightarrow → leftarrow ← gets ← Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ leftrightarrow ↔ mapsto ↦ uparrow ↑ downarrow ↓ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ iint ∬ oint ∮ sqrt √ prime ′ dagger † ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ angle ∠ perp ⊥ parallel ∥ mid | vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } oplus ⊕ otimes ⊗ degree ° AA Å celsius ℃ percent % therefore ∴ because ∵ top ⊤ bot ⊥ vdash ⊢ models ⊨ colon : backslash \\',
);

/** What a command of TeX stands for. */
export const TEX_SYMBOLS: Readonly<Record<string, string>> = Object.fromEntries(
  [...GREEK, ...SIGNS].flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? name]] : [])),
);
