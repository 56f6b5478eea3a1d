import type { RequestWordings } from '../requests.ts';

const WHICH =
  '(?:o|a|os|as|do|da|dos|das|no|na|nos|nas|este|esta|estes|estas|esse|essa|esses|essas|deste|desta|desse|dessa|meu|meus|seu|seus|nosso|nossos|ambos|ambas|dois|duas|todo|todos|todas|de|§)';
const NOUN =
  '(?:isto|isso|disto|disso|tudo|artigos?|textos?|livros?|capítulos?|documentos?|fontes?|leituras?|apontamentos|anotações|slides|obras?|materia(?:l|is)|§)';

export const portugueseRequests: RequestWordings = {
  works: `(?:${WHICH} )*${NOUN}`,
  overview: [
    '(?:(?:você )?(?:pode|poderia|podes) )?(?:por favor )?(?:resume|resuma|resumir|resumes)(?: @)?(?: por favor)?',
    '(?:(?:faz|faça|dá|dê|me|um|o) )*(?:breve )?resumo(?: @)?(?: por favor)?',
    '(?:de|do|sobre) (?:o )?que (?:trata|tratam|se trata|fala|falam)(?: @)?',
    '@ (?:trata|tratam|fala|falam) (?:de|do|sobre) (?:o )?quê?',
    '(?:qual é|quais são) (?:o|a|os|as) (?:temas?|ideias?|pontos?|mensage(?:m|ns))(?: (?:principal|principais|central|centrais|chave))?(?: @)?',
    'o que (?:diz|dizem|conta|contam) @',
  ],
  disagreements: [
    '(?:em que )?@ (?:não )?(?:concordam?|discordam?|diferem|divergem|se contradizem|coincidem)(?: entre si)?',
    '(?:em que )?(?:não )?(?:concordam?|discordam?|diferem|divergem|se contradizem)(?: @)?',
    '(?:há|existem) (?:contradições|divergências|diferenças|desacordos)(?: (?:entre|em) @)?',
    '(?:compara|compare|comparar) @',
  ],
  sources: [
    'quem (?:é|era|foi|são) ¤',
    '(?!.*§)(?:que|quais)(?: são)? @(?: (?:você )?(?:tem|tens|há|existem|conhece|usa))?',
    '(?!.*§)(?:lista|liste|mostra|mostre|mostrar)(?: me)? @',
    'quem (?:escreveu|publicou|(?:é|são|foi) (?:o|a|os) (?:autor|autora|autores)) @',
    'quando (?:foi|foram) (?:escrito|escrita|publicado|publicada|escritos|publicados) @',
    'quando @ (?:foi|foram) (?:escrito|escrita|publicado|publicada|escritos|publicados)',
  ],
  help: [
    '(?:oi|olá|obrigad[oa]|ajuda|ajude me|me ajuda)(?: (?:por favor|bot|footnote))*',
    'o que (?:você )?(?:pode|podes|sabe|sabes) fazer',
    'como (?:funciona|funcionas|uso|usar)(?: (?:isto|isso|você|o bot))?',
    'quem (?:é você|és)',
  ],
  goesOn: 'e|mas|ou|então|que tal|e quanto a',
  asker: 'quem|que|qual|quais|quando|onde|como|quanto|quanta|quantos|quantas',
  accordingTo: 'segundo|de acordo com|conforme',
  accounts: ['(?:o )?que (?:diz|dizem|conta|contam|escreve|escrevem) @ (?:sobre|de|acerca de)'],
};
