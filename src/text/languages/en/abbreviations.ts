/** Abbreviations whose full stop ends no sentence; single letters and dotted ones ("e.g.") are known in every language. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof sen rep gen col lt sgt capt cmdr adm gov pres rev hon st jr sr no nos vol vs etc approx ca cf fig figs eq art inc ltd co corp dept est jan feb mar apr jun jul aug sept sep oct nov dec`.split(
    /\s+/,
  ),
);
