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

/** A state and the seat of its government, which the news name for it. */
export const SEATS: readonly (readonly string[])[] = `
Afghanistan Kabul|Albania Tirana|Algeria Algiers|Armenia Yerevan|Australia Canberra|Austria Vienna|Azerbaijan Baku
|Bangladesh Dhaka|Belarus Minsk|Brazil Brasilia|Bulgaria Sofia|Canada Ottawa|Chile Santiago|China Beijing
|Colombia Bogota|Congo Kinshasa|Croatia Zagreb|Cuba Havana|Denmark Copenhagen|Ecuador Quito|Egypt Cairo
|Estonia Tallinn|Finland Helsinki|France Paris Elysee|Georgia Tbilisi|Germany Berlin|Ghana Accra|Greece Athens
|Hungary Budapest|Iceland Reykjavik|India Delhi|Indonesia Jakarta|Iran Tehran|Iraq Baghdad|Ireland Dublin
|Israel Jerusalem|Italy Rome|Japan Tokyo|Jordan Amman|Kazakhstan Astana|Kenya Nairobi|Korea Seoul Pyongyang
|Latvia Riga|Lebanon Beirut|Libya Tripoli|Lithuania Vilnius|Moldova Chisinau|Mongolia Ulaanbaatar|Morocco Rabat
|Nepal Kathmandu|Netherlands Hague|Nicaragua Managua|Nigeria Abuja|Norway Oslo|Pakistan Islamabad|Paraguay Asuncion
|Peru Lima|Philippines Manila|Poland Warsaw|Portugal Lisbon|Romania Bucharest|Russia Moscow Kremlin|Serbia Belgrade
|Slovakia Bratislava|Slovenia Ljubljana|Somalia Mogadishu|Spain Madrid|Sudan Khartoum|Sweden Stockholm
|Switzerland Bern|Syria Damascus|Taiwan Taipei|Thailand Bangkok|Tunisia Tunis|Turkey Ankara|Ukraine Kyiv Kiev
|Uruguay Montevideo|Uzbekistan Tashkent|Venezuela Caracas|Vietnam Hanoi|Yemen Sanaa|Zimbabwe Harare`
  .split('|')
  .map((group) => group.trim().split(/\s+/));
