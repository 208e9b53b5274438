/** Names that are common in the countries of the published statistics; who bears which together is drawn by lot. */
export const ORIGINS = [
  {
    nationality: 'Afghanistan',
    language: 'dari',
    bpi: true,
    weight: 30,
    family: ['Ahmadi', 'Rahimi', 'Karimi', 'Noori', 'Safi', 'Stanek'],
    women: ['Zahra', 'Fatima', 'Nargis', 'Shabnam'],
    men: ['Ahmad', 'Farid', 'Nasir', 'Reza'],
  },
  {
    nationality: 'Guinée',
    language: 'peul',
    bpi: true,
    weight: 8,
    family: ['Bah', 'Diallo', 'Barry', 'Sow'],
    women: ['Aïssatou', 'Mariama', 'Fatoumata'],
    men: ['Thierno', 'Mamadou', 'Ibrahima'],
  },
  {
    nationality: 'Turquie',
    language: 'kurde',
    bpi: true,
    weight: 8,
    family: ['Çelik', 'Demir', 'Yıldız', 'Kaya'],
    women: ['Ayşe', 'Elif', 'Zeynep'],
    men: ['Mehmet', 'Baran', 'Emre'],
  },
  {
    nationality: 'Érythrée',
    language: 'tigrinya',
    bpi: true,
    weight: 7,
    family: ['Habtemariam', 'Tesfay', 'Gebre'],
    women: ['Selam', 'Miriam'],
    men: ['Yonas', 'Filmon'],
  },
  {
    nationality: 'Soudan',
    language: 'arabe',
    bpi: true,
    weight: 8,
    family: ['Abdallah', 'Adam', 'Ishaq'],
    women: ['Amal', 'Hawa'],
    men: ['Mubarak', 'Ismail'],
  },
  {
    nationality: 'Algérie',
    language: 'arabe',
    bpi: false,
    weight: 30,
    family: ['Benali', 'Zeghlache', 'Hamdani', 'Ould Kaci'],
    women: ['Lynda', 'Nour El Houda', 'Ouardia'],
    men: ['Nacer-Eddine', 'Sofiane', 'Abderrahmane'],
  },
  {
    nationality: 'Maroc',
    language: 'arabe',
    bpi: false,
    weight: 26,
    family: ['El Amrani', 'Bennani', 'Tazi'],
    women: ['Salma', 'Hajar', 'Khadija'],
    men: ['Youssef', 'Hamza'],
  },
  {
    nationality: 'Tunisie',
    language: 'arabe',
    bpi: false,
    weight: 14,
    family: ['Gharbi', 'Trabelsi', 'Mejri'],
    women: ['Ines', 'Rim'],
    men: ['Mohamed Ali', 'Anis'],
  },
  {
    nationality: 'Côte d’Ivoire',
    language: 'français',
    bpi: false,
    weight: 8,
    family: ['Ouattara', 'Koné', 'Kouassi'],
    women: ['Affoué', 'Aminata'],
    men: ['Yao', 'Kouadio'],
  },
  {
    nationality: 'Vietnam',
    language: 'vietnamien',
    bpi: false,
    weight: 5,
    family: ['Nguyễn', 'Trần', 'Lê'],
    women: ['Thị Mai', 'Lan'],
    men: ['Văn Minh', 'Quang'],
  },
  {
    nationality: 'Brésil',
    language: 'portugais',
    bpi: false,
    weight: 5,
    family: ['da Silva', 'dos Santos'],
    women: ['Juliana', 'Camila'],
    men: ['João', 'Rafael'],
  },
] as const;

export const PLACES = {
  '59': [
    ['59000', 'Lille'],
    ['59100', 'Roubaix'],
    ['59200', 'Tourcoing'],
    ['59140', 'Dunkerque'],
    ['59300', 'Valenciennes'],
    ['59600', 'Maubeuge'],
  ],
  '62': [
    ['62000', 'Arras'],
    ['62100', 'Calais'],
    ['62200', 'Boulogne-sur-Mer'],
    ['62300', 'Lens'],
  ],
  '60': [
    ['60000', 'Beauvais'],
    ['60100', 'Creil'],
    ['60200', 'Compiègne'],
    ['60180', 'Nogent-sur-Oise'],
  ],
  '80': [
    ['80000', 'Amiens'],
    ['80100', 'Abbeville'],
  ],
  '02': [
    ['02000', 'Laon'],
    ['02100', 'Saint-Quentin'],
    ['02200', 'Soissons'],
  ],
} as const;

/** Shares of the five departments: no published figure by department was found, so these are the simulator's defaults. */
export const DEPARTMENTS = [
  ['59', 52],
  ['62', 14],
  ['60', 17],
  ['80', 10],
  ['02', 7],
] as const;

export const STREETS = [
  'rue de la République',
  'avenue Jean-Jaurès',
  'place de l’Église',
  'rue Émile-Zola',
  'allée des Tilleuls',
] as const;

export const CASEWORKER_NAMES = {
  first: ['Julie', 'Antoine', 'Léa', 'Nicolas', 'Sarah', 'Maxime', 'Inès', 'Lucas', 'Manon', 'Yanis'],
  last: [
    'Dubois',
    'Leclercq',
    'Masson',
    'Blanchard',
    'Picard',
    'Roussel',
    'Lambert',
    'Meunier',
    'Cousin',
    'Hubert',
    'Noël',
    'Wagner',
  ],
} as const;
