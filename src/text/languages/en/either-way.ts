/** Beside these two names may change places: a passive, or what is so of both. */
export const EITHER_WAY: readonly string[] = `
by with between among together and or than from mutual mutually each both met meet meets meeting marry married marries wed border
borders bordered bordering neighbour neighbours neighbor neighbors join joins joined partner partners ally allies allied friend
friends rival rivals enemy enemies opponent opponents brother brothers sister sisters sibling siblings cousin cousins twin twins
spouse colleague colleagues relative relatives similar resemble resembles equal equals equivalent opposite near distance differ
differs same talk talks agree agrees agreed trade trades share shares shared`
  .trim()
  .split(/\s+/);
