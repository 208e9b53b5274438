/** Common names in the scripts that people write them in, each with how it is spelt in French or English. */
export const NAMES_IN_SCRIPTS = `
# arabic
يوسف Youssef Yusuf Yousif
العمراني Elamrani Amrani Lamrani
بناني Bennani
بومدين Boumediene Boumedienne
نور Nour Noor Nur
الهدى Elhouda Houda Hoda
الحمود Hammoud Alhammoud
مولاي Moulay Mulay
إدريس Idriss Idris
ادريس Idris
سلمى Salma
التازي Tazi Ettazi Altazi
حواء Hawa Haoua
الزهراء Zahra Ezzahra Alzahra Zohra
داودي Daoudi
سفيان Soufiane Sofiane Sufyan
فاطمة Fatima Fatma Fatimah
عبدالرحمن Abderrahmane Abdulrahman
محمد Mohamed Muhammad
محمود Mahmoud Mahmud
أحمد Ahmed Ahmad
خديجة Khadija Hadija
زينب Zineb Zaynab Zeinab
مريم Maryam Mariam Meriem
علي Ali Aly
على Ali
عمر Omar Umar Amr
عثمان Othman Osman Ousmane
حسين Hussein Hocine Hossein
حسن Hassan Hasan
سعيد Said Saïd Saeed
سعاد Souad Suad Soad
مسعود Massoud Messaoud Masud
فؤاد Fouad Fuad
لؤي Louay Luay
مؤمن Moumen Momen
رؤى Roua Rua
يحيى Yahya Yahia
يعقوب Yacoub Yaqub Yakoub
إبراهيم Ibrahim Brahim
إسماعيل Ismail Ismael
عائشة Aïcha Aisha
عيسى Issa Isa
موسى Moussa Musa
هدى Houda Huda Hoda
منى Mouna Mona Muna
ليلى Leila Layla
نهى Noha Nuha
رنا Rana
فرح Farah
صالح Saleh Salah Salih
صلاح Salah
جواد Jawad Javad Djaouad
وليد Walid Oualid Waleed
وجدان Wejdan Wijdan
حجاج Hajjaj Haggag
معاذ Mouadh Moaz
طه Taha
رضا Reda Ridha Reza
رمضان Ramadan Ramazan Ramdane
زهرة Zahra Zohra
سهام Siham Sihem
زهير Zouhair Zuhair
خالد Khaled Khalid Halid
نجوى Najwa Nadjoua Nagwa
تقوى Takwa Taqwa
عبدالله Abdallah Abdullah Abdoulah
عبدالقادر Abdelkader Abdulqadir
بوتفليقة Bouteflika
بوعزة Bouazza
أيوب Ayoub Ayyub
أيمن Aymen Ayman
إيمان Imane Iman
إلياس Ilyas Elias
نوال Nawal Naoual
سوسن Sawsan Saoussan
طارق Tarek Tariq Tarik
عادل Adel Adil
سارة Sara Sarah
هالة Hala
غسان Ghassan
قاسم Kassem Qasim
ثريا Thouraya Soraya
ذهبية Dahbia Zahbia
خولة Khaoula Khawla
حورية Houria Houriya
زوليخة Zoulikha
رحمة Rahma
بلقاسم Belkacem Belkasem
درويش Darwish Darwich
# persian
نوری Nouri Noori
شبنم Shabnam Chabnam
نرگس Narges Nargis
حسینی Hosseini Husseini
رضایی Rezaei Rezaie Rezai
محمدی Mohammadi
احمدزی Ahmadzai
کریمی Karimi
پروین Parvin Parwin
جواد Javad
فرشته Fereshteh Fereshta
غلام Gholam Ghulam
علیرضا Alireza
ژاله Jaleh Zhaleh
گلناز Golnaz Gulnaz
رویا Roya Rouya
شکوفه Shokoufeh Shukufa
خواجه Khaja Khwaja
قربانی Ghorbani Qorbani
تیموری Teymouri Taimuri
حیدری Heydari Haidari
یاسمین Yasmin Yasamin
مهدی Mehdi Mahdi
ذبیح Zabih
زرغونه Zarghuna
# pashto
ګلالۍ Gulalai Golalay
ځدران Dzadran Zadran
اڅک Atsak
ښایسته Shaista
پښتون Pashtun
مېرمن Merman Mirman
خوشال Khushal Khoshal
ډاډ Dad
نجیبالله Najibullah
هوتک Hotak
وردګ Wardag
# urdu
ٹیپو Tipu Tippu
ڈار Dar
بٹ Butt
چوہدری Chaudhry Choudhary
چودھری Chaudhry Choudhari
قریشی Qureshi Koreshi
خان Khan
شبانہ Shabana
زلفیقار Zulfiqar
نواز Nawaz
بھٹی Bhatti
گل Gul Gill
ملک Malik
سدرہ Sidra
رابعہ Rabia
فریدون Feridoun Faridoon
# sorani and uyghur
شێرکۆ Sherko Shirko
ئازاد Azad
ڕۆژان Rojan Rozhan
هێمن Hemin Hêmin
نەوزاد Nawzad Newzad
کاوە Kawa Kawe
سۆران Soran
ژیان Jiyan Zhyan
بەرزان Barzan Berzan
شۆڕش Shorsh Choresh
ئايگۈل Aygul
تۇرسۇن Tursun
# russian
Юлия Yulia Ioulia Julia
Сергей Serguei Sergey
Наталья Natalia Natalya
Евгений Evgueni Yevgeny Evgeny
Дмитрий Dmitri Dimitri
Михаил Mikhail Mikaïl
Александр Alexandre Aleksandr
Екатерина Ekaterina Yekaterina
Ольга Olga
Иван Ivan
Жанна Janna Zhanna
Щербакова Chtcherbakova Shcherbakova
Хасан Khassan Hasan
Магомед Magomed
Рамзан Ramzan
Джабраилов Djabraïlov Dzhabrailov
Зулихан Zoulikhan Zulikhan
Фёдор Fiodor Fyodor
Цветана Tsvetana
Юсуф Youssouf Yusuf
# ukrainian
Олег Oleh Oleg
Ігор Ihor Igor
Григорій Hryhoriy Grigori
Олена Olena
Оксана Oksana Oxana
Богдан Bohdan Bogdan
Володимир Volodymyr
Євген Yevhen Evgen
Ганна Hanna Ganna
Наталія Nataliia Natalia
Сергій Serhii Serguii
Юрій Yurii Iouri
Ірина Iryna Irina
# kazakh and tajik
Нұрлан Nurlan Nourlane
Айгүл Aigul Aygul
Ғалым Galym Ghalym
Қасым Kasym Qasim
Әсел Assel Asel
Ҷамшед Jamshed Djamched
Раҳмон Rahmon
Хуршед Khurshed
Ӯғулой Ughuloy
Төлеген Tolegen
# greek
Γιώργος Giorgos Yorgos
Γιάννης Yannis Giannis Ioannis
Δημήτρης Dimitris
Νίκος Nikos
Ελένη Eleni
Κωνσταντίνος Konstantinos Constantinos
Παπαδόπουλος Papadopoulos
Χρήστος Christos Khristos
Ευάγγελος Evangelos
Βασίλης Vassilis
Αθανάσιος Athanasios
Μπάμπης Babis Bambis
Αντώνης Antonis
Παύλος Pavlos
Γεώργιος Georgios
Χατζής Hatzis Chatzis
Σωτήρης Sotiris
Αικατερίνη Ekaterini Aikaterini
Ντίνος Dinos
Άννα Anna
Ιωάννα Ioanna
# georgian
გიორგი Giorgi Guiorgui
ნინო Nino
ლევან Levan
ქეთევან Ketevan Kethevan
დავით Davit Davith
თამარ Tamar
შოთა Shota Chota
მარიამ Mariam
წიკლაური Tsiklauri Tsiklaouri
ხვიჩა Khvicha
ჯანაშია Janashia Djanachia
კვარაცხელია Kvaratskhelia
ჭავჭავაძე Tchavtchavadzé Chavchavadze
ბერიძე Beridze
ღვინიაშვილი Ghviniashvili
ჟუჟუნა Jujuna Zhuzhuna
ზურაბ Zourab Zurab
ყიფიანი Kipiani Qipiani
# armenian
Հովհաննես Hovhannes
Գայանե Gayane
Տիգրան Tigran Tigrane
Անահիտ Anahit
Արմեն Armen
Սիրանուշ Siranush Siranouche
Հարություն Harutyun Haroutioun
Հարությունյան Harutyunyan Haroutiounian
Խաչատրյան Khachatryan Khatchatrian
Պետրոսյան Petrosyan Petrossian
Սարգսյան Sargsyan
Ոսկան Voskan
Երվանդ Yervand Ervand
Նունե Nune Nouné
Լուսինե Lusine Loussiné
Զարուհի Zaruhi Zarouhi
Մկրտչյան Mkrtchyan
Գևորգ Gevorg
Ջուլիետա Julieta Djulieta
Վարդուհի Varduhi Vardouhi
Սուրեն Suren Souren
# hebrew
יוסף Yossef Yosef
דוד David
משה Moshe Moché
שרה Sara Sarah
רחל Rachel Rahel
יעקב Yaakov Yakov
אברהם Avraham Abraham
כהן Cohen Kohen
לוי Levi Lévy
מזרחי Mizrahi Mizrachi
ביטון Biton Bitton
פרץ Peretz Perets
חיים Haim Chaim
שלמה Shlomo Chlomo
מרים Miriam Myriam
אסתר Esther Ester
תמר Tamar
נועה Noa
אליהו Eliyahou Eliahu
רות Ruth Rout
שמואל Shmuel Samuel
ברוך Baruch Baroukh
# ethiopic
ተስፋዬ Tesfaye Tesfay
አበበ Abebe
ኃይለ Haile Hayle
ገብረ Gebre Guebre
ሰላም Selam
ዮናስ Yonas
ፍልሞን Filmon
ብርሃነ Birhane Berhane
ምሕረት Mihret Mehret
ሳሙኤል Samuel
ወልደ Welde Wolde
ጸጋይ Tsegay Tsegaye
ኪዳነ Kidane
መሐሪ Mehari Mehary
ትርሃስ Tirhas
ሃና Hana Hanna
ዳንኤል Daniel
ሄለን Helen
ሳህለ Sahle
ክብሮም Kibrom
ሰሎሞን Solomon
አለም Alem
ስህን Sihin
ጽጌ Tsige Tsigue
ሐጎስ Hagos
እየሩስ Eyerus
# devanagari
राजेश Rajesh
सिंह Singh Sinh
शर्मा Sharma
गुरुङ Gurung Gouroung
तामाङ Tamang
सुनिता Sunita
ज़ैनब Zainab Zaynab
फ़ातिमा Fatima
मोहम्मद Mohammed
कृष्ण Krishna
पूजा Pooja Puja
विजय Vijay
लक्ष्मी Lakshmi Laxmi
खान Khan
अनिल Anil
ज्योति Jyoti
# bengali
মোহাম্মদ Mohammad
মোঃ Md Mohammad
রহমান Rahman
হোসেন Hossain Hossen
ইসলাম Islam
খাতুন Khatun Khatoun
বেগম Begum
আক্তার Akter Aktar
শাহিন Shahin
নাসরিন Nasrin
চৌধুরী Chowdhury Chaudhury
ফাতেমা Fatema Fatima
জাহাঙ্গীর Jahangir
যোগেশ Jogesh Yogesh
দাস Das
আবদুল Abdul
রফিকুল Rafiqul Rofikul
মিয়া Miah Mia
সাইফুল Saiful
# gurmukhi
ਸਿੰਘ Singh
ਕੌਰ Kaur Kour
ਗੁਰਪ੍ਰੀਤ Gurpreet Gurprit
ਹਰਪ੍ਰੀਤ Harpreet
ਜਸਵਿੰਦਰ Jaswinder
ਢਿੱਲੋਂ Dhillon
ਸੰਧੂ Sandhu
ਗਿੱਲ Gill
ਬਲਜੀਤ Baljit Baljeet
ਸ਼ਰਨਜੀਤ Sharanjit
ਮਨਪ੍ਰੀਤ Manpreet
ਅਮਨ Aman
# gujarati
પટેલ Patel
શાહ Shah
મહેશ Mahesh
હિતેશ Hitesh
ભાવના Bhavna
રમેશ Ramesh
જયંતિ Jayanti
મીના Mina Meena
કિરણ Kiran
દીપિકા Dipika Deepika
# tamil
தமிழ் Tamil Thamizh
முருகன் Murugan Mourougane
செல்வராஜா Selvarajah Chelvaraja
சிவகுமார் Sivakumar Shivakumar
பாலசிங்கம் Balasingam
கந்தையா Kandiah Kandaiah
கணேஷ் Ganesh
யாழினி Yalini Yazhini
எழிலன் Ezhilan Elilan
தமிழ்செல்வன் Tamilselvan Thamizhselvan
தர்மலிங்கம் Tharmalingam Dharmalingam
சுதாகரன் Suthakaran Sudhakaran
பிரியா Priya Piriya
விஜயன் Vijayan
நாதன் Nathan
லக்ஷ்மி Lakshmi
அருள் Arul
ராஜரத்தினம் Rajaratnam
# telugu
రాజేష్ Rajesh
లక్ష్మి Lakshmi
శ్రీనివాస్ Srinivas Shrinivas
రెడ్డి Reddy
వెంకట Venkata
సురేష్ Suresh
ప్రసాద్ Prasad
నాయుడు Nayudu
కుమార్ Kumar
రమ Rama
# malayalam
സജീവ് Sajeev Sajiv
രമേശ് Ramesh
കോഴിക്കോട് Kozhikode
മുഹമ്മദ് Muhammed
തോമസ് Thomas
മേരി Mary Meri
രാജൻ Rajan
ലക്ഷ്മി Lakshmi
ജോസഫ് Joseph Josaf
നായർ Nair Nayar
അനിൽ Anil
ഫാത്തിമ Fathima Fatima
# kannada
ರಾಜೇಶ್ Rajesh
ಲಕ್ಷ್ಮಿ Lakshmi
ಗೌಡ Gowda Gauda
ಕುಮಾರ್ Kumar
ಮಂಜುನಾಥ Manjunath Manjunatha
ರಮೇಶ್ Ramesh
ಶ್ರೀನಿವಾಸ Srinivasa
ನಾಗರಾಜ Nagaraj Nagaraja
ಅನಿತಾ Anita
ಪ್ರಸಾದ್ Prasad
`;
