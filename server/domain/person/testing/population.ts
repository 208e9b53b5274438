import { foldedWords } from '../foldName.ts';

/** Names that are common where people come from, for the crowd among whom somebody is looked for: family names, then first names. */
const ORIGINS: readonly (readonly [family: string, first: string])[] = [
  [
    'Benali,Bouazza,Hamdani,Belkacem,El Amrani,Bennani,Mansour,Mansouri,Benkhaled,Ouali,Ould Ali,Aït Ahmed,El Idrissi,Boukhari,Zerrouki,Khelifi,Cherif,Slimani,Ben Salah,Yacoub',
    'Mohamed,Mohammed,Ahmed,Abdelkader,Abderrahim,Abdelaziz,Fatima,Khadija,Aïcha,Nour El Houda,Yacine,Rachid,Djamel,Samira,Othman,Zineb,Lahcen,Hassan,Hocine,Nora',
  ],
  [
    'Al-Khalil,Khatib,Haddad,Shami,Hamdan,Abu Saleh,Darwish,Qasim,Najjar,Kabbani,Tamimi,Rashid,Al Masri,Shaaban,Nasser',
    'Mahmoud,Omar,Ghassan,Haitham,Rasha,Duha,Jumana,Khaled,Samer,Hala,Rima,Mutaz,Fadi,Rasheed,Ziad',
  ],
  [
    'Abdallah,Adam,Ishaq,Idris,Abdelgadir,Elhassan,Osman,Ibrahim,Yahya,Nour,Hamid,Tijani,Alamin',
    'Mubarak,Ismail,Hawa,Amal,Osman,Idris,Mohamed Ali,Zeinab,Fathi,Adam,Yousif,Musa',
  ],
  [
    'Ahmadi,Rahimi,Karimi,Noori,Hosseini,Rahmani,Haidari,Mohammadi,Alizada,Rezaie,Sharifi,Amiri,Jafari,Hakimi',
    'Mohammad,Ahmad,Zahra,Farid,Nasir,Reza,Gul Ahmad,Ali Reza,Sayed Ali,Mohammad Jawad,Shukria,Najib,Hamid,Javad,Hossein,Ghulam',
  ],
  [
    'Stanikzai,Safi,Ahmadzai,Yousafzai,Khan,Khogyani,Shinwari,Zadran,Hotak,Wardak,Noorzai',
    'Zabihullah,Wali Khan,Najibullah,Habibullah,Gulalai,Rahmatullah,Sabir,Zarghuna,Khan Wali,Asadullah',
  ],
  [
    'Ghorbani,Teymouri,Mohebbi,Jahangiri,Hashemi,Rostami,Akbari,Moradi,Kazemi',
    'Farzaneh,Khosrow,Shahrzad,Bahman,Maryam,Behrouz,Shirin,Dariush,Farhad',
  ],
  [
    'Çelik,Demir,Yıldız,Kaya,Yılmaz,Şahin,Öztürk,Aydın,Çağlar,Özdemir,Yağcı,Gökçe',
    'Mehmet,Ayşe,Emre,Zeynep,Recep,Cemal,Şengül,Gülşen,Hüseyin,Cafer,Elif,Fatma',
  ],
  [
    'Xelîl,Şêxo,Baran,Zana,Botan,Demirtaş,Barzani,Rojava,Hesen',
    'Rojîn,Şêrko,Berîvan,Diyar,Azad,Zîn,Rojda,Serhat,Newroz',
  ],
  [
    'Selvarajah,Sivakumar,Balasingam,Kandiah,Rajaratnam,Dharmalingam,Subramaniam,Nadarajah,Thangarajah,Ganeshan',
    'Suthakaran,Kajenthiran,Yogeswary,Sivapalan,Mathivanan,Thilaga,Vijayan,Priya,Nirosha,Kumaran',
  ],
  [
    'Islam,Hossain,Chowdhury,Rahman,Miah,Begum,Talukder,Sikder,Bhuiyan,Das,Uddin,Khatun',
    'Md Rafiqul,Kamrul,Shirin,Nasrin,Mohammad Kamal,Abdul,Shahin,Rokeya,Jahangir,Md Shahin,Akter,Hasan',
  ],
  [
    'Singh,Kaur,Khan,Qureshi,Chaudhry,Butt,Dhillon,Sandhu,Hussain,Malik,Gill,Iqbal',
    'Zulfiqar,Harpreet,Gurjeet,Iftikhar,Muhammad,Jaswinder,Nadeem,Shabana,Imran,Manpreet',
  ],
  [
    'Gebre,Tesfay,Habtemariam,Gebremeskel,Woldu,Haile,Kidane,Tekle,Weldemariam,Okbay,Gebrehiwet',
    'Yonas,Filmon,Selam,Tesfalem,Semhar,Merhawi,Birhane,Tsegaye,Letebrhan,Abraham,Kidist,Yohannes',
  ],
  [
    'Ali,Warsame,Hirsi,Jama,Abdi,Farah,Guled,Cali,Xasan,Mohamud,Osman',
    'Abdirahman,Fadumo,Cabdi,Maxamed,Halima,Abdullahi,Xaliimo,Hodan,Sahra,Mahamed',
  ],
  [
    'Ivanov,Smirnova,Petrov,Volkov,Chernov,Sokolova,Shevchenko,Kovalenko,Bondarenko,Tkachenko,Melnyk,Polishchuk,Zhukov',
    'Alexei,Ekaterina,Sergei,Olena,Oleksandr,Iryna,Yulia,Dmitri,Lyudmila,Andriy,Artem,Serhii',
  ],
  [
    'Beridze,Kapanadze,Gelashvili,Lomidze,Tsiklauri,Kvaratskhelia,Janashia,Maisuradze',
    'Giorgi,Nino,Levan,Ketevan,Davit,Tamar,Shota,Mariam',
  ],
  [
    'Petrosyan,Sargsyan,Harutyunyan,Grigoryan,Khachatryan,Vardanyan,Mkrtchyan,Hakobyan',
    'Hovhannes,Gayane,Tigran,Anahit,Armen,Siranush,Karen,Narine',
  ],
  [
    'Akhmadov,Dzhabrailov,Magomadov,Kadyrov,Elmurzaev,Khasanov,Umarov',
    'Magomed,Zulikhan,Islam,Aishat,Ramzan,Zarema,Akhmed,Madina',
  ],
  [
    'Hoxha,Krasniqi,Gashi,Berisha,Shala,Gjoni,Xhaferi,Jovanović,Petrović,Stojanović,Đorđević',
    'Besnik,Shpresa,Fatmir,Vjollca,Arben,Živko,Snežana,Dragan,Ljiljana,Blerim',
  ],
  [
    'Diarra,Coulibaly,Traoré,Konaté,Keïta,Camara,Sissoko,Kourouma,Condé,Koné,Touré,Doumbia,Cissé',
    'Moussa,Fanta,Fodé,Djénéba,Lansana,Nankouman,Bakary,Aminata,Sékou,Oumou,Kadiatou,Mariam',
  ],
  [
    'Diallo,Bah,Barry,Sow,Baldé,Ba,Ly,Kane,Sall',
    'Mamadou,Mamadou Oury,Mamadou Saliou,Thierno,Thierno Souleymane,Aïssatou,Fatoumata,Kadiatou,Mariama,Ibrahima,Alpha Oumar,Souleymane,Boubacar,Oumou',
  ],
  [
    'Ndiaye,Diop,Fall,Guèye,Diouf,Thiam,Mbaye,Seck,Wade,Sarr,Faye',
    'Mame Diarra,Serigne,Ndèye,Khady,Cheikh,Ousmane,Awa,Modou,Astou,Ibra,Moustapha',
  ],
  [
    'Tandia,Gassama,Diagouraga,Yatera,Soumaré,Sylla,Camara,Dramé,Niakaté',
    'Moussa,Hawa,Bakary,Sira,Makha,Diaba,Samba,Goundo',
  ],
  [
    'Kalonji,Mbuyi,Mutombo,Tshibangu,Ilunga,Kabongo,Nzuzi,Makiese,Lukoki,Nsimba',
    'Espérance,Glodie,Plamedi,Jean Pierre,Nsimba,Mbuyi,Dieudonné,Grâce,Héritier',
  ],
  [
    'Rakotomalala,Rakotondrabe,Andriamanana,Razafindrakoto,Rasoanaivo,Soilihi,Abdou,Mmadi,Said Ali',
    'Hanitra,Faratiana,Mamy,Lalao,Mariama,Chamsia,Ali,Youssouf,Nadjati',
  ],
  [
    'Jean,Pierre,Joseph,Jean-Baptiste,Jean-Louis,Charles,Saint-Louis,Pierre-Louis,Désir,Louis',
    'Wislande,Guerdy,Mirlande,Frantz,Jean Robert,Marie Ange,Wilner,Roseline,Jean Claude',
  ],
  [
    'Nguyễn,Trần,Lê,Phạm,Huỳnh,Hoàng,Phan,Vũ,Đặng,Bùi',
    'Thị Mai,Văn Minh,Thuỳ Dung,Quốc Huy,Đình Khôi,Ngọc Bích,Thị Lan,Văn Hùng,Kim Anh,Minh Tuấn',
  ],
  [
    'Zhang,Wang,Li,Chen,Zhou,Xu,Huang,Zhao,Liu,Ouyang,Zheng',
    'Xiaoming,Meiling,Jianguo,Wei,Xiaoqin,Zhiqiang,Jing,Guoqiang,Lihua,Xiaoyan',
  ],
  [
    'Tsering,Gyatso,Norbu,Wangmo,Tenzin,Dolma,Sherpa',
    'Phuntsok,Tenzin,Dolma,Thubten,Kelsang,Jampa,Choedon,Pasang,Tsering',
  ],
  [
    'da Silva,dos Santos,Pereira,de Sousa,Gonçalves,da Costa,Teixeira,Rodríguez,Quispe,Mamani,de la Cruz,Echeverría,Peña,Gómez Ríos',
    'João,Luís Miguel,Nadine,María José,Ivanilda,Yeison,Óscar,María del Carmen,José Antonio,Ana Paula,Xiomara',
  ],
  [
    'Kouassi,Kouadio,Konan,N’Guessan,Yao,Brou,Koffi,N’Dri,Ouattara',
    'Ahou,Akissi,Yao,Affoué,Kouamé,Rosine,Adjoua,Amoin,Aya',
  ],
];

export interface Bearer {
  readonly birthName: string | null;
  readonly usageName: string | null;
  readonly firstNames: string | null;
  readonly birth: string;
}

/** A crowd drawn by lot, the same each time. */
export function crowd(size: number): Bearer[] {
  let state = 20_261_126;
  const draw = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const pick = (names: string): string => {
    const all = names.split(',');
    return all[draw(all.length)] ?? '';
  };
  return Array.from({ length: size }, () => {
    const [family, first] = ORIGINS[draw(ORIGINS.length)] ?? ['', ''];
    const year = 1955 + draw(50);
    const day = `${year}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
    return {
      birthName: pick(family),
      usageName: draw(12) === 0 ? pick(family) : null,
      firstNames: pick(first),
      birth: draw(12) === 0 ? String(year) : draw(10) === 0 ? `${year}-01-01` : day,
    };
  });
}

/** The crowd without those who bear all the names of somebody looked for: a name alone does not tell homonyms apart. */
export function withoutHomonyms(people: readonly Bearer[], looked: readonly Bearer[]): Bearer[] {
  const wanted = looked.map(({ birthName, usageName, firstNames }) => ({
    all: new Set(foldedWords(birthName, usageName, firstNames)),
    first: new Set(foldedWords(firstNames)),
  }));
  return people.filter((one) => {
    const [family, first] = [foldedWords(one.birthName, one.usageName), foldedWords(one.firstNames)];
    return !wanted.some(
      (other) => first.some((word) => other.first.has(word)) && family.some((word) => other.all.has(word)),
    );
  });
}
