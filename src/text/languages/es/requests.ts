import type { RequestWordings } from '../requests.ts';

const WHICH =
  '(?:el|la|lo|los|las|al|del|de|este|esta|estos|estas|ese|esa|esos|esas|tu|tus|mi|mis|nuestro|nuestros|nuestra|nuestras|ambos|ambas|dos|todo|todos|todas|§)';
const NOUN =
  '(?:esto|eso|todo|artículos?|textos?|libros?|capítulos?|documentos?|fuentes?|lecturas?|apuntes|diapositivas|obras?|material(?:es)?|§)';

export const spanishRequests: RequestWordings = {
  works: `(?:${WHICH} )*${NOUN}`,
  overview: [
    '(?:(?:puedes|podrías) )?(?:por favor )?(?:resume|resúmeme|resumir|resumirme|resumid|resuma)(?: @)?(?: por favor)?',
    '(?:(?:haz|hazme|dame|un|el) )*(?:breve )?resumen(?: @)?(?: por favor)?',
    '(?:de|sobre) qué (?:trata|tratan|va|van|habla|hablan)(?: @)?',
    '(?:cuál es|cuáles son) (?:el|la|los|las) (?:temas?|ideas?|puntos?|mensajes?)(?: (?:principal|principales|central|centrales|clave))?(?: @)?',
    'qué (?:dice|dicen|cuenta|cuentan) @',
  ],
  disagreements: [
    '(?:en qué )?(?:no )?(?:están? de acuerdo|coinciden?|discrepan?|difieren?|se contradicen?|se diferencian?)(?: @)?(?: entre sí)?',
    '@ (?:no )?(?:están? de acuerdo|coinciden?|discrepan?|difieren?|se contradicen?)(?: entre sí)?',
    '(?:hay|existen) (?:contradicciones|desacuerdos|diferencias|discrepancias)(?: (?:entre|en) @)?',
    '(?:compara|comparar|compare) @',
  ],
  sources: [
    'quién(?:es)? (?:es|era|fue|son) ¤',
    '(?!.*§)(?:qué|cuáles son) @(?: (?:tienes|hay|conoces|usas|consultas))?',
    '(?!.*§)(?:lista|muestra|muéstrame|enséñame|dime) @',
    'quién(?:es)? (?:escribió|escribieron|publicó|(?:es|son|fue) (?:el|la|los) (?:autor|autora|autores)) @',
    'cuándo (?:se )?(?:publicó|publicaron|escribió|fue publicado|fue escrito) @',
  ],
  help: [
    '(?:hola|gracias|muchas gracias|ayuda|ayúdame)(?: (?:por favor|bot|footnote))*',
    '(?:qué|cómo) (?:puedes?|puedo|sabes|se) (?:hacer|usa|usar(?:te|lo)?|preguntar(?:te)?)',
    'cómo (?:funcionas?|funciona esto)',
    'quién eres',
  ],
  goesOn: 'y|e|pero|o|entonces|qué hay|qué pasa|qué tal',
  asker: 'quién|quiénes|qué|cuál|cuáles|cuándo|dónde|cómo|cuánto|cuánta|cuántos|cuántas',
  accordingTo: 'según|de acuerdo con',
  accounts: ['(?:qué|lo que) (?:dice|dicen|cuenta|cuentan|escribe|escriben) @ (?:sobre|de|acerca de)'],
};
