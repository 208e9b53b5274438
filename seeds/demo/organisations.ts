/** The structures and services of the demo. The six associations are those that the monthly lists name. */
export const DEMO_ORGANISATIONS = [
  { name: 'Passerelles Nord', kind: 'ASSOCIATION', department: '59' },
  { name: 'Escale Métropole', kind: 'ASSOCIATION', department: '59' },
  { name: 'Horizons Artois', kind: 'ASSOCIATION', department: '62' },
  { name: 'Oise Accueil', kind: 'ASSOCIATION', department: '60' },
  { name: 'Baie de Somme Solidarité', kind: 'ASSOCIATION', department: '80' },
  { name: 'Thiérache Entraide', kind: 'ASSOCIATION', department: '02' },
  { name: 'OFII – Direction territoriale de Lille', kind: 'OFII', department: '59' },
  { name: 'Préfecture du Nord', kind: 'PREFECTURE', department: '59' },
  { name: 'Préfecture de la Somme', kind: 'PREFECTURE', department: '80' },
  { name: 'Préfecture de région – SGAR', kind: 'REGION', department: null },
  { name: 'Jalon – exploitation', kind: 'PLATFORM', department: null },
] as const;
