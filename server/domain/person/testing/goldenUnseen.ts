/**
 * Names that no rule had seen, of other origins or spelt otherwise, in the form of the first half, written down as they are
 * heard on the telephone; in three parts, looked at one after the other. Found among the first five at the first look: 1.000
 * of the first part, 0.958 of the second, which showed four rules to be wrong, 0.980 of the third, once they were put right.
 */
export const GOLDEN_UNSEEN = `
# tamil
Thavarasa | Kirushnaveni | 1978-03-04
  tavarassa krishnaveni
  tavaraja kirouchnaveni 78
Ponnambalam | Jeyanthini | 1990-01-01
  ponambalam jayantini
  ponnembalam djeyantini 90
# armenian
Ghazaryan | Nshan | 1981-05
  gazarian nichan
  kazarian nchan
Hayrapetyan | Tsovinar | 1992-02-14
  airapetian sovinar
  hairapetian tsovinare 92
# chechen
Yandarbiyev | Khamzat | 1985-11-30
  iandarbiev hamzat
  yandarbief kamzat
Dudayeva | Petimat | 1970
  doudaeva petimate
  dudaieva petimat 70
# kurdish
Kobanî | Welat Ciwan | 1999-09-09
  kobani velat djiwan
  cobani welat jiwan
Demirhan | Zelal Çîçek | 1994-04
  demirane zelal
  demirhan zélal tchitchek
# somali
Cabdullahi | Sacdiyo Nuur | 1996-01-01
  abdoulahi sadia nour
  abdullahi sadiyo 96
Geedi | Xasan Dheere | 1988-01-01
  guedi hassan
  gedi hassan dere
# albanian
Qerimi | Xhevahire | 1979-08-08
  tcherimi djevahire
  cerimi jevaire
Çela | Gjergj | 1983
  tchela djerdj
  cela gjergj
# bambara
Dembélé | Worokiatou | 1997-07-07
  dembele ourokiatou
  dembélé worokia
Sanogo | N’Tio | 1991
  sanogo ntio
  sannogo tio
# wolof
Ngom | Sokhna | 1989-12-12
  ngome sokna
  ngom soukna
Mbengue | Pape Malick | 1977-01-20
  bengue pap malik
  m'bengue papa malik
# lingala
Mwamba Ngoyi | Bijou | 1986-06-06
  mouamba ngoi bijou
  muamba n'goyi
Lokwa | Mpongo | 2000-03
  lokoua pongo
  lokwa mpongo
# haitian
Exantus | Dieuvenson | 1993-10-10
  exantis dieuvensonne
  exantusse dievenson
Toussaint | Jhonley | 1998-02-02
  toussain jonley
  tousaint jonelé
# mongolian
Enkhbayar | Oyuunchimeg | 1984-07-11
  enkbayar oyountchimeg
  enhbaiar oyunchimeg
Gantulga | Munkhzul | 1995
  gantoulga mounkzoul
  gantulga munhzul
# nepali
Adhikari | Sushmita | 1990-09-01
  adikari souchmita
  adhicari sushmita
Shrestha | Bishnu Maya | 1975-05-05
  chresta bichnou
  shresta vishnu maya
# uyghur
Abliz | Gulmira | 1987-04-04
  ablise goulmira
  abliz gulmirah
Tursun | Mehmetjan | 1980-08-18
  toursoun mehmetdjan
  mehmedjan tursun
# tigrinya
Asmerom | Fitsum | 1998-11-11
  asmerome fitsoum
  asmarom fissoum
Zerezghi | Kibrom | 2001-01-01
  zerezgui kibrome
  zeresghi kebrom
# amharic
Alemayehu | Tigist | 1992-12-02
  alemayou tigiste
  alemaiehou tiguist
# oromo
Gutema | Caaltuu | 1995-05-15
  goutema tchaltou
  gutema chaltu
# rohingya
Nur Kolima | Senowara | 1999-01-01
  nour kolima senouara
# ukrainian
Yatsenko | Zhanna | 1967-03-08
  iatsenko janna
  yacenko jana
# georgian
Chkheidze | Maia | 1988-05-26
  tchkheidzé maya
  cheidze maia
# moldovan
Țurcanu | Ștefania | 1990-02-28
  tsurcanu chtefania
  turcanu stefania
# pashto
Mangal | Spozhmai | 1994
  mangal spojmaï
  mangual spozmay
# persian
Jamshidi | Golnaz | 1985-01-21
  djamchidi golnaz
  jamchidi golnase
# vietnamese
Dương | Thị Hạnh | 1996-06-16
  duong thi han
  zuong thi hanh
# khmer
Sok | Chanthavy | 1979-09-19
  sock chantavi
  sok tchantavi
# lao
Phommachanh | Bounmy | 1972
  pommachan bounmi
  phomachanh bunmy
# igbo
Okechukwu | Chidinma | 1997-03-30
  oketchoukwou chidinma
  okechuku tchidinma
# edo
Osagie | Efosa | 1999-08-01
  osaguié efossa
  osagye efosa
# twi
Agyemang | Kwabena | 1986-10-26
  adjemang kouabena
  agyeman kwabena
# moore
Ouédraogo | Wendyam | 1990-01-01
  wedraogo wendiam
  ouedraougo ouendyam
Sawadogo | Noaga | 1982
  savadogo noaga
  sawadougo noga
# ewe
Agbodjan | Kossi | 1984-02-19
  agbodjan cossi
  abodjan kosi
# beti
Essomba | Nkoulou | 1993-06-03
  esomba nkulu
  essomba koulou
# rwanda
Uwimana | Nshimirimana | 1989-07-01
  ouwimana chimirimana
  huimana nshimirimana
Ndayishimiye | Chantal | 1977-12-25
  ndaichimié chantal
  dayishimiye chantale
# sinhala
Gunawardena | Chathura | 1981-04-13
  gounavardena tchatoura
  gunawardana chatura
# punjabi
Bajwa | Sukhwinder | 1995-11-02
  badjwa soukvinder
  bajwa sukwinder
# yemen
Al-Qahtani | Wadha | 1998-01-01
  kahtani wada
  alkahtani ouadha
# guinea forest
Kpoghomou | Cécé | 1991-01-01
  pogomou cece
  kpogomou sece 91
# second part
Kirubakaran | Vasanthakumari | 1982-03-03
  kiroubakarane vassantakoumari
  vasantakumary
  kirubaharan 82
Thevarajah | Puvaneswaran | 1970
  devaraja bouvaneshwaran
  tévaradja
Baghdasaryan | Artashes | 1991-01-12
  bagdassarian artachesse
  artaches 91
Ter-Petrosyan | Hasmik | 1984-10
  terpetrossian asmik
  petrosian hasmique
Gaitukayev | Bislan | 1989-02-02
  gaïtoukaev bislane
  gaitoukaief
Tsakaev | Luiza | 1995-06-06
  sakaev louisa
  tsakaïev luisa 95
Qasimlo | Hêvîn | 1997
  kassemlou hevine
  ghasemlo evin
Xoşnav | Rêbîn | 1990-01-01
  khoshnaw rebin
  hoshnav rebine
Jaamac | Cawil | 1996-01-01
  djama awil
  jama caouil 96
Maxamed Ciise | Xaawo | 1994-01-01
  mohamed issa hawo
  mahamed isse hawa
Rraklli | Ylli | 1980-05-01
  rakli ulli
  raklli illi
Kryeziu | Njomza | 1992-09-09
  kriéziou niomza
  krieziu ñomza
Zhegrova | Lulzim | 1988
  jegrova loulzim
  zegrova lulzime
Bagayoko | Niélé | 1999-01-01
  bagaioko nielé
  bagayogo niele
Tounkara | Tiécoura | 1985
  toungara tiekoura
  tunkara cekura
Ndao | Ndéye Coumba | 1991-12-01
  dao ndey kumba
  n'dao coumba
Sène | Yacine | 1987
  senne yassine
  sene iacine
Ngandu Kasongo | Tshala | 1978-08-08
  gandou kassongo tchala
  ngandou chala
Mfumu | Mpia | 1995
  foumou mpia
  mfoumou pia
Métellus | Ketsia | 1998-04-04
  metelus ketcia
  metellusse kethia
Saint-Surin | Lovenska | 2000
  sainsurin lovinska
  st surin lovensca
Batbayar | Tsetsegmaa | 1983-11-03
  batbaiar tsetseguema
  badbayar setsegma
Ganbold | Dulamsuren | 1976
  gambold doulamsouren
  ganbolde dulamsüren
Gurung | Dhan Bahadur | 1969
  gouroung dan bahadour
  guroung danbahadur
Tamang | Lhamu | 1993-01-15
  tamangue lamou
  tamang lhamo
Mamatjan | Patigul | 1990
  mametdjan patigoul
  memetjan patigul
Rozi | Ayshemgul | 1986-07-17
  rosi aichemgoul
  rouzi aysham gul
Ghebreyohannes | Tirhas | 1999-09-11
  guebreyohanesse tirhasse
  gebre yohannes tiras
Weldeab | Mhret | 2001
  oueldeab mehret
  woldeab mihret
Mengistu | Zewditu | 1981
  menguistou zewditou
  mengisto zaouditou
Zotelo Bangura | Isatu | 1992
  bangoura issatou
  bangura aissatu
Deng | Achol | 1998
  dengue atchol
  ding achol
Abakar | Zenaba Youssouf | 1995-01-01
  abacar zenabou youssef
  aboubakar zeynaba
Rijal | Prakash | 1988-10-10
  ridjal prakache
  rizal pracash
Wijesinghe | Sampath | 1979
  vidjessingue sampat
  wijesinha sampath
Kyaw | Thandar | 1991
  kiaw tandar
  chaw thandar
Hnin | Ei Phyu | 1994-04-14
  nin ei phiou
  hnine phyu
Mohlala | Thandiwe | 1985
  molala tandiwé
  mohlala tandioue
Chukwuemeka | Ifeoma | 1990-02-02
  tchoukwouemeka ifeoma
  chukuemeka ifioma
Hounkpatin | Sènami | 1987
  hounpatin senami
  unkpatin senamy
Byaruhanga | Nyiramana | 1974
  biarouhanga niramana
  byarouanga nyiraman
Suleymanov | Aygün | 1993-03-13
  souleimanov aïgoun
  sulaimanof aygun
Bəkirov | Elçin | 1981
  bekirov eltchin
  bakirov elcin
Nurmagambetov | Zhanibek | 1990
  nourmagambetov janibek
  nurmahambetov djanibek
Otunbayeva | Aizada | 1996
  otounbaeva aïzada
  atunbaeva ayzada
Szczepański | Bożena | 1966
  chtchepanski bojena
  shepanski bozena
Papadopoulou | Chrysoula | 1970-01-05
  papadopoulo chrisoula
  papadopulu krissoula
# third part
Muthukumarasamy | Arulmozhi | 1985-02-02
  moutoukoumarassami aroulmoji
  muthukumarasami 85
  aroulmozhi
Yeghiazaryan | Lusine | 1990-10-10
  eghiazarian loussine
  yegiazaryan lucine 90
Aslakhanov | Ruslan | 1978-01-30
  aslahanov rouslane
  aslakanof rouslan 78
Bayramoğlu | Dilşad | 1996
  baïramoglou dilchad
  bayramolu dilsad
Cigaal | Xamda Yuusuf | 1997-01-01
  igal hamda youssouf
  igaal hamda
  hamda yusuf 97
Shkreli | Mimoza | 1981-09
  chkreli mimosa
  skreli mimoza
Niangadou | Sitan | 1994-12-12
  niangado sitane
  gnangadou sitan
Dieng | Aby | 1999
  dieng abi
  dieingue aby
Bokungu | Fifi Mbombo | 1983-03-23
  bocoungou fifi
  bokoungou bombo
Valcin | Rosemène | 1977
  valsin rosemene
  valcint rozemène
Tserendorj | Bolormaa | 1992-06-01
  tserendorje bolorma
  cerendorj bolormaa
Khatiwada | Sabitri | 1971
  katiouada sabitri
  khatiwoda savitri
Abdurehim | Zulpiye | 1991-04-01
  abdourehim zoulpié
  abdurahim zulfiya
Tekeste | Saron | 2002-02-22
  tekesté sarone
  taketse saron
Hagos | Elsabet | 1998
  agosse elsabeth
  hagos elisabet 98
Ayele | Bezawit | 1995
  ailé bezaouit
  ayelé bezawite
Mukantabana | Immaculée | 1973-07-04
  moucantabana immaculé
  mukatabana imaculee
Nkurunziza | Égide | 1980
  kourounziza egide
  nkurunzisa egid
Perera | Dilrukshi | 1987
  pereira dilroukchi
  perera dilruksi
Achterberg | Naw Paw | 1990
  acterberg nao pao
Asante | Akosua | 1992
  assanté akossoua
  asanti akosia
Zongo | Tég-wendé | 1989
  zongo tegwende
  zongo teguendé
Hadžić | Almedina | 1984
  hadjitch almedina
  hadzic almédine
Bùi | Thị Phượng | 1993-03-03
  bui phuong
  boui ti fuong 93
Vang | Pa Houa | 1968
  vangue pahoua
  wang pa houa
`;
