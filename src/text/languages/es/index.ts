import { stemmer } from '@orama/stemmers/spanish';
import type { Language } from '../../language.ts';
import { beginningOf } from '../stems.ts';
import { languageFrom } from '../word-lists.ts';
import { spanishRequests } from './requests.ts';
import { spanishRules } from './statements.ts';

export const spanish: Language = languageFrom({
  code: 'es',
  stopWords: `a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquello aun aún aunque cada como con
    contra cual cuales cuál cuáles cualquier cuando cuándo cuanto cuánta cuántas cuánto cuántos de del desde donde
    dónde durante e el él ella ellas ello ellos en entre era eran eres es esa esas ese eso esos esta está están
    estas este esto estos estaba estaban fue fueron ha había han hasta hay he la las le les lo los más me mi mis
    mientras muy ni no nos nosotros o os otra otras otro otros para pero poco por porque pues que qué quien quién
    quienes quiénes se sea según ser si sí sido sin sobre son su sus también tan tanto te tiene tienen todo todos
    tras tu tus tú u un una unas uno unos usted ustedes y ya yo hacia siendo sería cómo hace hacer q k xq pq tb debe
    deben puede pueden va van cuyo cuya adónde cuánta donde al ha`,
  interrogatives: {
    date: 'cuándo',
    place: 'dónde',
    person: 'quién quiénes',
    number: 'cuántos cuántas cuánto cuánta',
    any: 'qué cuál cuáles',
  },
  typeNouns: {
    date: 'año años fecha día mes década siglo',
    number:
      'porcentaje número cantidad población precio dinero edad altura longitud tamaño velocidad temperatura distancia peso',
    place: 'país países ciudad ciudades lugar estado región continente río',
    person: 'persona presidente rey reina líder autor científico',
    name: 'nombre empresa organización grupo',
    any: 'tipo tipos término palabra razón ejemplo color colores',
  },
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  times: `lunes martes miércoles jueves viernes sábado domingo día semana mes año década siglo milenio hora minuto primavera
    verano otoño invierno mañana mediodía tarde noche medianoche época edad periodo período reinado ayer
    hoy diario semanal mensual anual ac dc`,
  beforeYears: 'en desde hasta hacia del',
  quantities: `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte veintiuno veintidós veinticinco treinta cuarenta cincuenta sesenta setenta ochenta noventa
    cien ciento doscientos trescientos cuatrocientos quinientos mil millón millones mitad tercio docena doble ninguno`,
  lightWords: `acción actual actualmente además alto amplio antiguo aparecer aparte aproximadamente aumentar bajo base buen
    buena bueno caso central chico cierto claro comenzar común conocer conocido considerar continuar convertir
    corto cosa creer cuarto cuenta dar deber decir dejar demasiado desarrollar diferencia diferente difícil dijo
    dio distinto doble día días efecto ejemplo empezar encontrar entender entrar específico estar existir final
    forma frecuente fuerte funcionar función fundamental fácil general gente gran grande haber hablar hace hacer
    hecho hicieron hizo hombre hora hoy idea importante incluir inicial interés ir joven largo llama llamaba
    llamar llegar llevar local lograr luego lugar manera mantener mayor mayoría medida medio medir mejor menor
    menos mes mismo modo momento mostrar mover mujer mundo necesario necesitar nivel nombre normal normalmente
    nuevo numeroso obtener ocurrir ocurrió origen original parte partir pasar pequeño permitir persona personas
    pesar poner popular posible primer primera primero principal problema proceso producir propio próximo punto
    público quedar querer real realizar recibir reciente relación resultado saber salir seguir segundo semana
    sentir separar servir siguiente similar simple sistema situación suceder suficiente tamaño tarde tener
    tercer tercero terminar tiempo tipo tomar total trabajar trabajaron trabajo tratar tuvo usar uso utilizar
    valor variar veces venir ver vez vida viejo volver último único`,
  negations: 'no nunca jamás ni ningún ninguna ninguno sin excepto',
  asksAbout: [
    'enumera',
    'nombra',
    'menciona',
    'dime',
    'qué dice el texto sobre',
    'qué dice el artículo sobre',
    'qué dice el libro sobre',
    'qué dice el capítulo sobre',
    'qué dicen los textos sobre',
    'qué dicen las fuentes sobre',
    'qué se dice sobre',
    'qué se dice de',
    'según el texto',
    'según el artículo',
    'háblame de',
    'cuéntame sobre',
  ],
  asksForDefinition: [
    'qué es',
    'qué son',
    'qué significa',
    'qué quiere decir',
    'qué se entiende por',
    'qué era',
    'quién es',
    'quién fue',
    'quién era',
    'define',
    'definición',
    'significado',
    'explica',
  ],
  joining: {
    joint: 'y|e|y también|pero',
    asker: `(?:(?:en|a|de|desde|por|para|con|hasta) )?(?:cu[aá]ndo|d[oó]nde|qui[eé]n(?:es)?|cu[aá]nt[oa]s?|qué|cu[aá]l(?:es)?|c[oó]mo|por qu[eé])`,
  },
  requests: spanishRequests,
  differences: [
    'diferencias? (?:hay |existen? )?entre (.+?) [ye] (.+)$',
    'en qu[eé] se diferencian? (.+?) (?:de|del|y) (.+)$',
  ],
  defines: [
    'es',
    'son',
    'era',
    'eran',
    'fue',
    'significa',
    'significan',
    'designa',
    'consiste',
    'se (?:define|entiende)',
  ],
  names: [
    'se (?:denominan?|llaman?|conocen? como)',
    '(?:llam|denomin)ad[oa]s?',
    'conocid[oa]s? como',
    'se entiende por',
  ],
  abbreviations: `aa al aprox art arts av avda ca cap cf cfr cía dña dpto dr dra dres ed eds ee ej fig figs gral ing lic núm núms pág
    págs pp prof profa sr sra sras sres srta ss st sta sto tel ud uds uu vol vs`,
  abbreviationsOfNumbers: 'ene feb mar abr jun jul ago sep sept oct nov dic',
  // Without its accent the stemmer does not know the ending of "erupción".
  stem: (word) => beginningOf(stemmer(word.replace(/(?<=[cs])ion$/, 'ión')), 8),
  statements: spanishRules,
});
