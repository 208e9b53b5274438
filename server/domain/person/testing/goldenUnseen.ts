/**
 * Names that no rule had seen, of other origins or spelt otherwise, in the form of the first half, written down as they are
 * heard on the telephone; in four parts, looked at one after the other. Found among the first five at the first look: 1.000
 * of the first part, 0.958 of the second, which showed four rules to be wrong, 0.980 of the third, once they were put right,
 * 0.994 of the fourth, of sixty-three origins, where one name of Wade and Giles is not found.
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
# fourth part
# ukraine
Shcherbytskyi | Yevhenii | 1987-06-14
  Chtcherbitski Evgueni 1987
Hryhorenko | Halyna | 1979-02-03 | Zabolotna
  Galina Grigorenko
Dzhus | Khrystyna | 2001-11-20
  Джус Христина
Ponomarchuk | Zinaida Vasylivna | 1951-08-09
  Ponomartchouk Zinaïda
Tsymbaliuk | Oleksii | 1994-03
  Tsimbaliouk Alexeï né en 94
# russia
Zhuravlev | Fedor | 1982-12-05
  Jouravliov Fiodor 05/12/82
Shchukina | Taisiya | 1969-04-17 | Belyaeva
  Chtchoukina Taïssia
Khlebnikov | Gennady | 1975
  Хлебников Геннадий Аркадьевич
Ryabushkin | Arseniy Lvovich | 1998-09-30
  Riabouchkin Arseni
# chechnya
Dzhabrailov | Zelimkhan | 1990-05-22
  Djabraïlov Zelimkhan
Khasbulatova | Zulay | 1985-07-01 | Yandarova
  Iandarova Zoulaï née en 85
Akhyadov | Shamkhan | 2003-01-13
  sh akhiadov
Magomadova | Kheda | 1993-10-08
  Magomadova Heda
# georgia
Ghvinepadze | Zviad | 1978-03-19
  Gvinepadze Zviad
Tsiklauri | Nestan | 1984-11-02 | Kobiashvili
  Tsiklaouri Nestane
Zhghenti | Vakhtang | 1966-01-25
  ჟღენტი ვახტანგ
Chkhartishvili | Tamazi | 1971-06-30
  Tchkhartichvili Tamaz 1971
# armenia
Hambardzumyan | Gevorg | 1989-02-11
  Ambartsoumian Guevorg
Yeghiazaryan | Hripsime | 1996-08-21 | Manucharyan
  Manoutcharian Hripsimé
Ter-Minasyan | Vazgen | 1958-12-01
  Terminassian Vazguen
Khachikyan | Shushanik | 1973-05-05
  Խաչիկյան Շուշանիկ
# azerbaijan
Quliyev | Elşən | 1986-09-09
  Guliyev Elshan
Cəfərzadə | Günay | 1997-04-14
  Jafarzade Gunay 1997
Şıxəliyeva | Xəyalə | 1992-01-30
  Shikhaliyeva Khayala
# afghanistan
Stanekzai | Gul Rahman | 1999-01-01
  Stanikzay Gulrahman 1999
Noorzai | Esmatullah | 1995
  Nurzay Ismatollah né en 95
Qalandari | Masooma | 2000-01-01
  Ghalandari Massouma
Zadran | Sharafuddin | 2001-07-18
  Charafoddine Zadran 2001
# iran
Ghorbanpour | Soheila | 1974-10-16 | Rastegar
  Qorbanpur Soheyla
Khodabandehlou | Behrouz | 1981-05-27
  Khodabandelu Behruz
Jahangiri Moghaddam | Shirin | 1990-12-21
  Djahanguiri Chirine 12/90
Vaziri | Farzaneh | 1987-02-28
  فرزانه وزیری
# syria
Al-Shaghouri | Ghassan | 1968-09-14
  Chaghouri Ghassan
Qabbani | Rima | 1977-03-08 | Sawwaf
  Kabbani Rima née en 77
Zaytoun | Nidal | 1991-06-03
  زيتون نضال
Hajj Yousef | Oubada | 1999-04-11
  Haj Youssef Obada
# iraq
Al-Jubouri | Muthanna | 1983-11-07
  Al Joubouri Mouthanna
Tawfeeq | Zainab Abdulsattar | 1995-09-25
  Tawfiq Zeinab
# assyrian
Youkhanna | Sargon | 1970-08-18
  Sargon Yukhana 1970
# kurmanji
Xelîl | Şêrko | 1993-01-01
  Khelil Sherko
Qazî | Xezal | 1998-12-12
  Qazi Khezal 98
# kurds of turkey
Taşdemir | Rojîn | 2000-05-19
  tasdemir rojin
# kurds of syria
Ebdulqadir | Cîhan | 1989-07-07
  Abdulqader Jihan
# turkey
Küçükoğlu | Gülşah | 1985-03-08
  Kucukolgu Gulsah
Hacıömeroğlu | Yiğitcan | 1996-10-29
  Haciomeroglu Yigit Can
Akçay | Neslihan | 1979-06-06 | Soysal
  soysal akcay neslihan
Üçüncü | Oğuzhan | 1991-03-12
  Ucuncu Oguzhan 12 mars 1991
# sudan
Khamis Abdallah | Abbakar | 1996-01-01
  Abakar Khamis Abdalla
Eltigani | Mubarak | 1990-01-01
  El Tijani Moubarak 1990
Yagoub | Nasreldin | 1993-01-01
  Nasr Eddine Yacoub
Gamareldin | Osman | 1998-01-01
  قمر الدين عثمان
# eritrea
Ghebremeskel | Filmon | 1995-02-14
  Gebremeskel Filimon
Tekle | Letebrhan | 1988-09-01
  Teklé Lete Berhan née en 88
Woldeselassie | Semhar | 2001-06-24
  Weldeslasie Semhar
Habtemichael | Yonatan | 1997-10-30
  ሃብተሚካኤል ዮናታን
# ethiopia
Gebreegziabher | Tirunesh | 1992-11-11
  Gebre Egziabher Tirounech
Woldemariam | Zerihun | 1980-04-23
  Wolde Maryam Zerihoun 1980
Desalegn | Meseret | 1999-08-13
  መሰረት ደሳለኝ
# oromo
Guddataa | Caaltuu | 1996-03-03
  Gudata Chaltu
# somalia
Xirsi Guuleed | Cabdiraxmaan | 1998-01-01
  Abdirahman Hirsi Guled
Warsame | Sagal | 2000-05-05
  Warsama Sagal 05/2000
Farah Jimcale | Xaliimo | 1983
  Halimo Farah Jimale née en 83
Cawaale | Khadar | 1994-01-01
  Awale Khader
# kabyle
Ait Hammouda | Lyès | 1988-10-05
  Lyes Aithamouda
Ouldkaci | Tassadit | 1955
  Ould Kaci Tasadit 1955
# algeria
Bouzeghoub | Sid Ali | 1979-02-19
  Sidali Bouzghoub
Benyoucef | Nawel | 1993-05-30 | Hadjadj
  Ben Youcef Nawal
# morocco
Ouazzani Chahdi | Ghizlane | 1986-12-24
  Wazzani Chahdi Ghizlan
El Qorchi | Abdelilah | 1972-07-15
  Korchi Abdel Ilah 15/07/1972
# amazigh
Aït Lahcen | Itto | 1964
  itto ait lahsen
# tunisia
Ben Hadj Slimane | Sabiha | 1976-03-27
  Ben Haj Sliman Sabiha
Gharsallah | Montassar | 2002-09-03
  Gharsalah Mountasser
Ouechtati | Khouloud | 1998-01-17 | Zghal
  Zghal Kholoud 98
# coptic
Guirguis | Mina Boutros | 1992-04-21
  Gerges Mina 1992
Tadros | Demiana | 1999-12-09
  تادرس دميانة
# egypt
Abdelgawad | Ragab | 1981-11-18
  Abd el Jawad Rajab
# palestine
Abu Shammala | Jihan | 1991-03-12
  Abou Chammala Jihane née en 91
Zaqout | Luay | 1985-08-26
  Zakout Louay
# yemen
Bawazeer | Aidarous | 1990-07-02
  باوزير عيدروس
# albania
Xhaferaj | Gjergj | 1984-06-19
  Djaferaj Gjergj 19/06/84
Hoxhallari | Shpresa | 1970-01-09
  Shpresa Hoxhalari
Çelmeta | Vjollca | 1988-11-23 | Leskaj
  Celmeta Vjolca
# kosovo
Bytyqi | Lulzim | 1993-09-12
  Bytyci Lulzim
Rexhepi | Zymryte | 1967-04-04 | Haliti
  Redjepi Zymrite
# serbia
Đurđević | Žarko | 1977-05-06
  Djurdjevic Zarko
Živojinović | Ljiljana | 1962-10-31
  Zivojinovic Ljilajna
Stojičić | Nenad | 1990-08-14
  Стојичић Ненад
# bosnia
Hadžiomerović | Amra | 1986-03-20
  hadziomerovic am
# north macedonia
Gjorgjievska | Slavica | 1981-07-07
  Gorgievska Slavica
# romania
Ștefănescu | Ionuț Cătălin | 1995-01-24
  Stefanescu Catalin
Lăcătuș | Rozalia Maria | 1978-05-15 | Ciurar
  Ciurar Lacatus Rozalia
Bălțeanu | Smaranda | 1983-09-02
  sm balteanu
# moldova
Țurcanu | Doinița | 1989-12-01
  Turcanu Doinita 1/12/89
Ceban | Serghei | 1983-10-10
  Tcheban Sergueï
# bulgaria
Zhelyazkova | Tsvetelina | 1987-06-22 | Dimova
  Jeliazkova Tsvetelina
Shtarbanov | Plamen Ognyanov | 1974-02-08
  Chtarbanov Plamen 74
Kyuchukov | Asen | 1996-11-30
  Кючуков Асен
# greece
Papachristodoulou | Evangelos | 1959-03-25
  Παπαχριστοδούλου Ευάγγελος
Chatzigeorgiou | Fotini | 1982-08-06
  Hatzigeorgiou Photini
# dr congo
Tshibangu Kalonji | Dieudonnée | 1980-02-05
  Tchibangu Dieudonnee
Ngalula | Bibiche | 1988-03
  N'Galula Bibiche 03/88
# kikongo
Nzuzi Lukoki | Clarisse | 1976-09-11
  Lukoki Nzuzi Clarisse
# tshiluba
Mukendi wa Mulumba | Trésor | 1994-07-30
  Mukendi Mulumab Tresor
# congo
Nkounkou | Dorel | 1997-05-21
  N'Kounkou Dorel
Massamba-Ndinga | Grâce Vianney | 2000-12-15
  massamba ndinga grace
Loubassou | Armelle Prisca | 1991-05-01
  Lubassu Armelle 1991
# angola
dos Santos Quimbamba | Adelina | 1985-10-18
  Kimbamba Adelina née en 85
Mavungo | Quissanga | 1992
  Mavungo Kissanga
# guinea forest
Zogbélémou | Fassou | 2003-11-01
  Zogbelemou Fasou
# fula
Barry | Nénégallé | 1999-08-20
  Nene Galle Barry 20 août 1999
# malinke
Condé | Djénabou Saran | 1997
  Kondé Djenabou 1997
# mandinka
Jobarteh | Tijan | 1995-04-09
  Djobarteh Tidjan
Ceesay | Kebba | 1998-06-02
  Cesay Keba 02/06/98
# gambia
Njie | Ousainou | 2000-02-27
  N'Jie Oussainou
# soninke
Doucouré | Boubou | 1984-01-01
  Dukuré Bubu né en 84
Gassama | Goundo | 1990
  go gasama 1990
# tuareg
Ag Akhmoudou | Attayoub | 1986
  Akhmoudou Attayoub
# mauritania
Ould Cheikhna | Yeslem | 1992-12-31
  Cheikhna Yelsem 31/12/92
# halpulaar
Wane | Coumbel | 1969
  Wane Koumbel née en 1969
# serer
Ndoye | Mbagnick | 1987-10-10
  N'Doye M'Bagnick
# wolof
Thioune | Codou | 1973-04-28
  Tioune Kodou
# diola
Diédhiou | Ansoumana | 1999-09-09
  Diediou Ansoumane 99
# yoruba
Akinwunmi | Folasade | 1986-07-27
  Akinwumi Folashade
Adéṣínà | Títílayọ̀ | 1994-02-09
  Adesina Titilayo
# igbo
Nwachukwu | Chidiebere | 1990-08-08
  Nwachukwu Chidebere
Umeh | Ifeyinwa Blessing | 1997-11-05
  Ume Ifeyinwa
# edo
Aigbokhaevbo | Osarumwense | 1998-03-16
  Aigbokaevbo Osarumwense
# baule
N'Goran | Affoué Prisca | 1992-06-11
  Ngoran Affoue
# guro
Irié Bi Tizié | Franck Olivier | 1995-05-05
  Irie Bi Franck 1995
# bassa
Ngo Nlend | Henriette Solange | 1981-02-22 | Mbock
  Mbock Nlend Henriette
# bamileke
Fotsing Kamdem | Brice Landry | 1989-09-19
  Kamdem Fotsing Brice
# haiti
Saint-Fleur | Wideline | 1993-12-03
  St Fleur Wideline
Dieujuste | Ronel | 1979
  Dieu Juste Ronel 1979
Exantus | Marie Yolette | 1966-07-16 | Philogène
  Philogene Yolette née en 66
# brazil
Gonçalves Figueiredo | Jussara Aparecida | 1984-03-29
  Figueiredo Jussara
do Nascimento Queiroz | Wanderley | 1975-11-14
  Nascimento Queiros Wanderlei
# cape verde
da Graça Semedo | Zuleica | 2000-04
  Semedo Da Graca Zuleika
# guinea-bissau
Djaló | Saliu | 1997-02-11
  Diallo Saliou 11/02/97
# colombia
Ordóñez Quintana | Yuliana | 1995-04-04
  Ordonez Yuliana
# venezuela
Urdaneta Bracho | Yorman José | 1990-01-19
  Urdanetta Yorman 1990
# tamil
Sivasubramaniam | Thayaparan | 1972-05-31
  Sivasubramaniyam Tayaparan
Kandasamy | Yogeswary | 1980-06-12 | Selvarajah
  Selvaraja Yogeshwari 1980
# sinhala
Wickramasinghe | Chathurika | 1991-02-06
  Wikramasingha Chaturika
# bangladesh
Bhuiyan | Zahirul | 1989-01-01
  Bhuyan Johirul 1989
Talukder | Rokeya | 1982-10-07
  Talukdar Rokea
# pakistan
Khokhar | Zulfiqar Ali | 1984-03-18
  Khokar Zulfikar
# vietnam
Đặng | Thị Quỳnh Như | 1990-09-22
  Dang Quynh Nhu 90
Vũ | Khắc Trường | 1985-06-01
  Khac Truong Vu né en 85
# china
Qiu | Xiuzhen | 1963-08-15
  Ch'iu Hsiu-chen 1963
Ouyang | Meiling | 1994-07-19
  Ou Yang Mei Ling
Zhuang | Guoqiang | 1970-03-05
  Chuang Kuo-ch'iang 05/03/1970
# tibet
Dhondup | Lobsang Choephel | 1988-01-01
  Dhondup Lobsang Chophel
# mongolia
Dorjsuren | Enkhtuyaa | 1983-05-24
  Dorjsüren Enkhtuya
# belarus
Kavalchuk | Siarhei | 1984-02-29
  Kovaltchouk Sergueï 29/02/1984
# kazakhstan
Zhumabayev | Yerzhan | 1989-11-09
  Жумабаев Ержан
# uzbekistan
Yo'ldoshev | Jahongir | 1991-03-21
  Yuldashev Jakhongir mars 91
# burundi
Nshimirimana | Jean Claude | 1985-07-05
  Nshimirmana Jean-Claude
# nepal
Shrestha | Bishnu Maya | 1978
  Shresta Bishnu
# chad
Hisseine | Abderamane | 1990-01-01
  Hissene Abderahmane
# comoros
Mchangama | Echati | 1988-12-12
  M'Changama Echaty 12/88
`;
