declare module 'citeproc' {
  interface Engine {
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: unknown, entries: string[]];
    makeCitationCluster(items: readonly { id: string; locator: string; label: string }[]): string;
  }
  const CSL: {
    Engine: new (
      system: { retrieveLocale(language: string): string; retrieveItem(id: string): unknown },
      style: string,
      language: string,
    ) => Engine;
  };
  export default CSL;
}
