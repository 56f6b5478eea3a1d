/** A place and what its people and things are called, where Porter's stems differ. Each group means nearly the same. */
export const DEMONYMS: readonly (readonly string[])[] = `
Afghanistan Afghan|Albania Albanian|Algeria Algerian|America American|Andorra Andorran|Angola Angolan|Argentina Argentine Argentinian
|Armenia Armenian|Australia Australian|Austria Austrian|Azerbaijan Azerbaijani|Bahamas Bahamian|Bangladesh Bangladeshi
|Barbados Barbadian|Belarus Belarusian|Belgium Belgian|Belize Belizean|Bolivia Bolivian|Bosnia Bosnian|Brazil Brazilian
|Britain British Briton|Bulgaria Bulgarian|Burma Burmese|Cambodia Cambodian|Cameroon Cameroonian|Canada Canadian
|Catalonia Catalan|Chile Chilean|China Chinese|Colombia Colombian|Congo Congolese|Croatia Croatian Croat|Crimea Crimean
|Cuba Cuban|Cyprus Cypriot|Denmark Danish Dane|Dominica Dominican|Ecuador Ecuadorian Ecuadorean|Egypt Egyptian
|England English|Eritrea Eritrean|Estonia Estonian|Ethiopia Ethiopian|Europe European|Finland Finnish Finn|Flanders Flemish
|France French|Gaul Gallic|Georgia Georgian|Germany German|Ghana Ghanaian|Greece Greek|Grenada Grenadian|Guatemala Guatemalan
|Guinea Guinean|Guyana Guyanese|Haiti Haitian|Honduras Honduran|Hungary Hungarian|Iceland Icelandic Icelander|India Indian
|Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli|Italy Italian|Jamaica Jamaican|Japan Japanese
|Jordan Jordanian|Kazakhstan Kazakh|Kenya Kenyan|Korea Korean|Kuwait Kuwaiti|Kyrgyzstan Kyrgyz|Laos Laotian Lao
|Latvia Latvian|Lebanon Lebanese|Liberia Liberian|Libya Libyan|Lithuania Lithuanian|Macedonia Macedonian|Malaysia Malaysian
|Mali Malian|Malta Maltese|Mexico Mexican|Moldova Moldovan|Mongolia Mongolian Mongol|Morocco Moroccan|Mozambique Mozambican
|Namibia Namibian|Nepal Nepalese|Netherlands Dutch Holland|Nicaragua Nicaraguan|Nigeria Nigerian|Normandy Norman
|Norway Norwegian|Pakistan Pakistani|Palestine Palestinian|Panama Panamanian|Paraguay Paraguayan|Persia Persian
|Peru Peruvian|Philippines Filipino Philippine|Poland Polish Pole|Portugal Portuguese|Prussia Prussian|Quebec Quebecois
|Romania Romanian|Rome Roman|Russia Russian|Rwanda Rwandan|Scotland Scottish Scots Scot|Senegal Senegalese|Serbia Serbian Serb
|Singapore Singaporean|Slovakia Slovak|Slovenia Slovene Slovenian|Somalia Somali|Spain Spanish Spaniard|Sudan Sudanese
|Suriname Surinamese|Sweden Swedish Swede|Switzerland Swiss|Syria Syrian|Taiwan Taiwanese|Tajikistan Tajik|Tanzania Tanzanian
|Thailand Thai|Tibet Tibetan|Trinidad Trinidadian|Tunisia Tunisian|Turkey Turkish Turk|Turkmenistan Turkmen|Uganda Ugandan
|Ukraine Ukrainian|Uruguay Uruguayan|Uzbekistan Uzbek|Venezuela Venezuelan|Venice Venetian|Vietnam Vietnamese|Wales Welsh
|Yemen Yemeni|Yugoslavia Yugoslav|Zambia Zambian|Zimbabwe Zimbabwean|Africa African|Asia Asian|Arabia Arab Arabic Arabian
|Moscow Muscovite|Athens Athenian|Sparta Spartan|California Californian|Texas Texan|Hawaii Hawaiian|Paris Parisian
|Byzantium Byzantine|Carthage Carthaginian Punic|Babylon Babylonian|Ottoman Turkish|Caribbean Antillean`
  .split('|')
  .map((group) => group.trim().split(/\s+/));
