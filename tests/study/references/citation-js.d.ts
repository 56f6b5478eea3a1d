declare module '@citation-js/core' {
  interface CslItem {
    readonly title?: string;
    readonly author?: readonly import('../../../src/material/types.ts').ReferenceName[];
    readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
    readonly 'container-title'?: string;
    readonly page?: string;
    readonly volume?: string;
    readonly DOI?: string;
  }
  export class Cite {
    constructor(text: string);
    readonly data: readonly CslItem[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
