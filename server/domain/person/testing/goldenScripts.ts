/** People asked in their own script, in Latin letters where the file has another, and by a month in words. */
export const GOLDEN_SCRIPTS = `
# arabic
El Amrani | Youssef | 1986-04-17
  العمراني يوسف
  يوسف العمراني 86
  amrani youcef avril 86
Bennani | Youssef | 1991-10-02
  بناني يوسف
  bennani youssef oct 91
Boumediene | Yacoub | 1979-03-09
  بومدين يعقوب
  boumediene mars 79
  boumediene mars 1979
Al Hammoud | Wissal | 1994-05-21
  الحمود وصال
  hammoud mai 1994
  al hammoud mai 94
  mai 1994 hammoud
  210594
# phone 06 39 98 39 59
Rouissi | Nour El Houda | 1990-11-30
  نور الهدى رويسي
  rouissi nov 90
  39 59
  3959
Tazi | Salma | 1998-12-05
  سلمى التازي
  tazi salma déc. 98
Alaoui | Moulay Idriss | 1968
  مولاي إدريس
  العلوي مولاي إدريس
Zemmouri | Fatima Zahra | 1993-01-14
  فاطمة الزهراء الزموري
  zemmouri janvier 1993
العبيدي | رؤى | 1996-02-08
  roua al obeidi
  rua obaidi fevrier 96
الشيخلي | عبد الله | 1972-07-01
  abdallah chaykhli
  abdullah al shaikhli
  sheikhli juillet 72
حجازي | وجدان | 1985-09-19
  wegdan hegazi
  hijazi wejdan sept 85
Hajjaj | Wejdan | 1980-06-16
  haggag wegdan
  حجاج وجدان
# persian, pashto, urdu
Nouri | Shabnam | 1997-08-23
  نوری شبنم
  شبنم نوری
  nouri août 97
یوسفزی | زرغونه | 1989
  yousafzai zarghouna
  yusufzay zarghuna
رضایی | فرشته | 1992-03-20
  rezaie fereshteh
  rezai ferechta mars 92
ڈار | شبانہ | 1984-05-12
  dar shabana
  dar chabana mai 84
# sorani
ڕۆستەمی | شێرکۆ | 1987
  rostami cherko
  rostami sherko 87
# cyrillic
Oliynyk | Oleh | 1983-02-11
  Олег Олійник
  oliynik oleg février 83
Джабраилов | Зелимхан | 1990-10-10
  djabrailov zelimkhan
  dzhabrailov zelimhan oct. 1990
Нұрғалиев | Қасым | 1976
  nourgaliev kasym
  nurgaliyev qasim
# greek
Παπανικολάου | Γιώργος | 1969-04-03
  papanicolaou yorgos
  papanikolau giorgos avril 69
# georgian, armenian
წიკლაური | ხვიჩა | 1988-12-28
  tsiklaouri khvicha
  tsiklauri dec 88
Հարությունյան | Զարուհի | 1971-11-06
  haroutiounian zarouhi
  harutyunyan zaruhi nov. 71
Petrosyan | Lusine | 1984-02-15
  Պետրոսյան Լուսինե
  petrosyan février 84
# hebrew
מזרחי | יוסף | 1966-01-30
  mizrahi yossef
  mizrachi yosef janv 66
# tigrinya
ወልደሚካኤል | ትርሃስ | 1995
  woldemikael tirhas
  weldemichael tirhas 95
Tesfamichael | Mihret | 2001-06-04
  ምሕረት ተስፋሚካኤል
  tesfamikael mehret juin 01
# india, bengal, lanka
சிவராஜா | யாழினி | 1993-05-09
  sivarajah yalini
  sivaraja yazhini mai 93
Selvanathan | Ezhilan | 1982
  elilan selvanathan
  எழிலன் செல்வநாதன்
চৌধুরী | রফিকুল | 1978-10-01
  chowdhury rafiqul
  chaudhury rafikul oct 78
ਢਿੱਲੋਂ | ਸ਼ਰਨਜੀਤ | 1999-03-03
  dhillon sharanjit
  dhilon charandjit mars 99
गुरुङ | सुनिता | 1991-04-14
  gurung sunita
  gouroung sunita avril 1991
# vietnamese
Huỳnh | Trâm | 1994-05-02
  hwin tram
  huynh tram mai 94
Trần | Mai | 1990-09-12
  tran mai 90
  mai tran 1990
`;
