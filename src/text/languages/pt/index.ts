import type { Language } from '../../language.ts';
import { withoutEndings } from '../stems.ts';
import { languageFrom } from '../word-lists.ts';
import { portugueseRequests } from './requests.ts';
import { portugueseRules } from './statements.ts';

export const portuguese: Language = languageFrom({
  code: 'pt',
  stopWords: `a à ao aos às algo algum alguma algumas alguns ainda ante antes após aquela aquelas aquele aqueles aquilo as até
    cada com como contra da das de dela dele deles depois desde dessa desse desta deste do dos durante e é ela elas
    ele eles em entre era eram essa essas esse esses esta está estão estas este estes estava estavam eu foi foram há
    isso isto já lhe lhes mais mas me mesmo meu minha muito na não nas nem no nos nós num numa o onde os ou outra
    outras outro outros para pela pelas pelo pelos por porque pois qual quais qualquer quando quanta quantas quanto
    quantos que quem se seja sem sendo ser será seu seus si sobre são sua suas também tão te tem têm tinha toda
    todas todo todos tu um uma umas uns você vocês fazer faz q qdo pq vc vcs tb
    pra pro deve devem pode podem vai vão cujo cuja aonde`,
  interrogatives: {
    date: 'quando qdo',
    place: 'onde',
    person: 'quem',
    number: 'quantos quantas quanto quanta',
    any: 'que qual quais',
  },
  typeNouns: {
    date: 'ano anos data dia mês década século',
    number:
      'porcentagem percentagem número quantidade população preço dinheiro idade altura comprimento tamanho velocidade temperatura distância peso',
    place: 'país países cidade cidades lugar estado região continente rio',
    person: 'pessoa presidente rei rainha líder autor cientista',
    name: 'nome empresa organização grupo',
    any: 'tipo tipos termo palavra razão exemplo cor cores',
  },
  months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  times: `feira sábado domingo dia semana mês ano década século
    milênio hora minuto primavera verão outono inverno manhã tarde noite época idade período reinado ontem
    hoje diário semanal mensal anual ac dc`,
  beforeYears: 'em desde até',
  quantities: `dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezesseis dezasseis
    dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos
    trezentos quinhentos mil milhão milhões metade terço dúzia dobro nenhum`,
  lightWords: `acontecer aconteceu alto além amplo antigo aparecer aproximadamente atual atualmente aumentar ação baixo base
    boa bom caso central certo chama chamar chamava chegar claro coisa começar comum conhecer conhecido
    conseguir considerar continuar curto dar deixar demais desenvolver deu dia dias diferente diferença difícil
    disse distinto dizer duplo efeito encontrar entender entrar específico existir falar fazer feito fez ficar
    final fizeram forma forte frequente funcionar fundamental função fácil gente geral grande haver hoje homem
    hora ideia importante incluir inicial interesse ir jovem levar local longo lugar maior maioria maneira
    manter medida medir meio melhor menor menos mesmo modo momento mostrar mover mulher mundo mês necessário
    nome normal normalmente novo numeroso nível obter ocorrer origem original parte partir passar pequeno
    permitir pesar pessoa pessoas ponto popular possível precisar primeira primeiro principal problema processo
    produzir próprio próximo pôr público quarto querer real realizar receber recente relação resultado saber
    sair seguinte seguir segundo semana sentir separar servir similar simples sistema situação suficiente
    tamanho tarde tempo ter terceiro terminar teve tipo tomar tornar total trabalhar trabalharam trabalho tratar
    usar uso utilizar valor variar velho ver vez vezes vida vir voltar último único`,
  negations: 'não nunca jamais nem nenhum nenhuma sem exceto',
  asksAbout: [
    'enumere',
    'mencione',
    'diga',
    'me diga',
    'o que diz o texto sobre',
    'o que diz o artigo sobre',
    'o que diz o livro sobre',
    'o que diz o capítulo sobre',
    'o que dizem os textos sobre',
    'o que dizem as fontes sobre',
    'o que se diz sobre',
    'segundo o texto',
    'segundo o artigo',
    'fale sobre',
    'me fale sobre',
    'fala sobre',
  ],
  asksForDefinition: [
    'o que é',
    'o que são',
    'o que significa',
    'o que quer dizer',
    'o que se entende por',
    'que é',
    'quem é',
    'quem foi',
    'quem era',
    'defina',
    'definição',
    'significado',
    'explique',
  ],
  joining: {
    joint: 'e|e também|mas',
    asker: `(?:(?:em|a|de|desde|por|para|com|até) )?(?:quando|onde|quem|quant[oa]s?|o que|qual|quais|como|por ?qu[eê])`,
  },
  requests: portugueseRequests,
  differences: [
    'diferenças? (?:há |existem? )?entre (.+?) e (.+)$',
    '(?:em que|como) (?:se )?difere(?:m|nciam?)?(?: se)? (.+?) (?:de|d[oa]s?|e) (.+)$',
  ],
  defines: ['é', 'são', 'era', 'eram', 'foi', 'significa', 'significam', 'designa', 'consiste', 'entende-se'],
  names: [
    '(?:cham|denomin)a(?:m)?-se',
    'se (?:chama|denomina)',
    '(?:cham|denomin)ad[oa]s?',
    'conhecid[oa]s? como',
    'entende-se por',
  ],
  abbreviations: `al aprox art arts av ca cap caps cel cf cia dr dra drs ed eds eng ex exma exmo fig figs gen jr ltda núm obs pág págs pp
    prof profa profs séc sécs sr sra sras srs srta st sta sto tel vol vs`,
  abbreviationsOfNumbers: 'jan fev mar abr jun jul ago set out nov dez',
  stem: withoutEndings(
    `amos aram eram iram avam ava iam ia ara era ira ando endo indo ados adas ado ada idos idas ido ida cao coes ao oes aes
    mente dade dades ismos ismo istas ista osos osas oso osa ivos ivas ivo iva adores ador adora al ais el eis ol ois ar er
    ir am em ou eu iu io ios ias os as es s o a e`,
    8,
  ),
  statements: portugueseRules,
});
