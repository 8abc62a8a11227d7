/**
 * The world's wire services, one a line: short name | other names | sites. `~` before a name: also a common word or another body's
 * short form, so that it counts only where a wire's name must stand (the brackets of a dateline, a byline, a closing credit).
 */
export const WIRE_LINES = `
~AP | Associated Press; AP News; ~A.P.; أسوشيتد برس; أسوشييتد برس; أسوشيتدبرس; أسوشيايتد برس; ~أ ب; ~ا ب; آسوشیتدپرس; Ассошиэйтед Пресс; Associated Press'e; 美联社; סוכנות איי פי | apnews.com ap.org
Reuters | Thomson Reuters; Reuters Staff; Reuters News Agency; Thomson Reuters Foundation; رويترز; رویترز; Рейтер; Reuters'a; 路透社; 路透; רויטרס | reuters.com
AFP | Agence France Presse; ~Afp; AFP.com; AFP Deutschland; أ ف ب; ا ف ب; أف ب; فرانس برس; فرانس پرس; خبرگزاری فرانسه; АФП; Франс Пресс; 法新社; איי אף פי | afp.com
~AA | Anadolu Agency; Anadolu Ajansı; ~Anadolu; ~الأناضول; وكالة الأناضول; خبرگزاری آناتولی; خبرگزاری آناتولی ترکیه; ~آناتولی; Анадолу; агентство Анадолу; Ajansa Anadoluyê; ئاژانسی ئەنادۆڵ; Agence Anadolu; Agencia Anadolu; Anatolia News Agency | aa.com.tr
DPA | ~dpa; Deutsche Presse Agentur; dpa infocom; dpa AFX; dpa tmn; German Press Agency; د ب أ; د ب ا; وكالة الأنباء الألمانية; ДПА | dpa.com dpa-international.com
EFE | ~Efe; Agencia EFE; EFE News; إفي; ЭФЕ | efe.com
TASS | ~Tass; ITAR TASS; ТАСС; ИТАР ТАСС; تاس; وكالة تاس; 塔斯社 | tass.com tass.ru
RIA Novosti | РИА Новости; ~RIA; ~РИА; ريا نوفوستي; نوفوستي; RIA | ria.ru
Sputnik | Sputnik News; Спутник; سبوتنيك; اسپوتنیک; Sputnik Türkiye | sputniknews.com sputnikglobe.com sputniknews.cn
Interfax | Интерфакс; INTERFAX.RU; إنترفاكس; Interfax Ukraine; Интерфакс Украина | interfax.ru interfax.com
Xinhua | Xinhuanet; Xinhua News Agency; شينخوا; Синьхуа; 新华社; 新华网; שינחואה | xinhuanet.com news.cn
SANA | Syrian Arab News Agency; ~سانا; وكالة سانا; ~САНА; خبرگزاری سانا; الوكالة العربية السورية للأنباء; Sana haber ajansı; Syrian state news agency SANA | sana.sy
IRNA | Islamic Republic News Agency; إرنا; ارنا; ایرنا; ИРНА | irna.ir
MNA | Mehr News Agency; Mehr News; ~Mehr; خبرگزاری مهر; ~مهر; وكالة مهر للأنباء | mehrnews.com
~Fars | Fars News Agency; Fars News; ~FNA; خبرگزاری فارس; وكالة فارس; وكالة أنباء فارس | farsnews.ir
Tasnim | Tasnim News Agency; تسنيم; تسنیم | tasnimnews.com
ISNA | Iranian Students News Agency; ایسنا; إسنا; ИСНА | isna.ir
ILNA | ایلنا | ilna.ir
DHA | Demirören Haber Ajansı; Doğan Haber Ajansı; Demirören News Agency; Doğan News Agency | dha.com.tr
İHA | ~IHA; İhlas Haber Ajansı; Ihlas News Agency | iha.com.tr
ANKA | ~Anka; ANKA Haber Ajansı; ANKA News Agency | ankahaber.net
Cihan | Cihan Haber Ajansı; Cihan News Agency; ~CHA | cihan.com.tr
UHA | Uluslararası Haber Ajansı; ~UHA
ANF | ~ANF; Fırat Haber Ajansı; Firat News Agency; Ajansa Nûçeyan a Firatê | anfenglish.com firatnews.com
ANHA | Hawar News Agency; Hawar News; وكالة هاوار; وكالة أنباء هاوار; هاوار; Ajansa Nûçeyan a Hawar | hawarnews.com
~Mezopotamya | Mezopotamya Ajansı; Mezopotamya Agency; Ajansa Mezopotamya | mezopotamyaajansi35.com
North Press | North Press Agency; ~NPA; نورث برس; وكالة نورث برس | npasyria.com
Smart News | وكالة سمارت; SMART News Agency | smartnews-agency.com
NNA | ~NNA; National News Agency; الوكالة الوطنية للإعلام; الوطنية للاعلام | nna-leb.gov.lb
Al-Markazia | وكالة الأنباء المركزية; ~المركزية; Central News Agency Lebanon | almarkazia.com
Petra | ~Petra; Jordan News Agency; ~بترا; وكالة بترا; وكالة الأنباء الأردنية | petra.gov.jo
WAFA | ~WAFA; Palestine News Agency; Palestinian News Agency; ~وفا; وكالة وفا | wafa.ps
Ma'an | Ma'an News Agency; ~معا; وكالة معا | maannews.net
INA | ~INA; Iraqi News Agency; ~واع; وكالة الأنباء العراقية | ina.iq
Shafaq News | Shafaq; شفق نيوز | shafaq.com
KUNA | ~كونا; Kuwait News Agency; وكالة كونا; وكالة الأنباء الكويتية | kuna.net.kw
SPA | ~SPA; Saudi Press Agency; ~واس; وكالة واس; وكالة الأنباء السعودية | spa.gov.sa
QNA | ~QNA; Qatar News Agency; ~قنا; وكالة قنا; وكالة الأنباء القطرية | qna.org.qa
WAM | ~WAM; Emirates News Agency; ~وام; وكالة وام; وكالة أنباء الإمارات | wam.ae
BNA | ~BNA; Bahrain News Agency; وكالة أنباء البحرين | bna.bh
ONA | ~ONA; Oman News Agency; وكالة الأنباء العمانية | omannews.gov.om
SABA | ~SABA; Saba News Agency; ~سبأ; وكالة سبأ | saba.ye
MENA | ~MENA; Middle East News Agency; ~أ ش أ; وكالة أنباء الشرق الأوسط | mena.org.eg
MAP | ~MAP; Maghreb Arabe Presse; Agence Marocaine de Presse; وكالة المغرب العربي للأنباء | mapnews.ma
APS | ~APS; Algérie Presse Service; Algeria Press Service; وكالة الأنباء الجزائرية | aps.dz
TAP | ~TAP; Tunis Afrique Presse; ~وات; وكالة تونس أفريقيا للأنباء | tap.info.tn
LANA | ~LANA; Libyan News Agency; ~وال; وكالة الأنباء الليبية | lana.gov.ly
SUNA | ~SUNA; Sudan News Agency; ~سونا; وكالة السودان للأنباء | suna-sd.net
AKI | ~AKI; Adnkronos International; ~آكي; وكالة آكي | adnkronos.com
Adnkronos |  | adnkronos.com
ANSA | ~Ansa; Agenzia ANSA; ~أنسا; АНСА | ansa.it
AGI | ~AGI; Agenzia Italia; Agenzia Giornalistica Italia | agi.it
LaPresse | Agenzia LaPresse | lapresse.it
askanews
Europa Press | EuropaPress | europapress.es
Servimedia
Lusa | ~Lusa; Agência Lusa; Agência de Notícias Lusa | lusa.pt
APA | ~APA; Austria Presse Agentur; Austria Press Agency | apa.at
SDA | ~sda; Keystone SDA; Schweizerische Depeschenagentur; ~ATS; ~ats; Keystone ATS; Agence télégraphique suisse | keystone-sda.ch
SID | ~SID; Sport Informations Dienst; Sport Informationsdienst
KNA | ~KNA; Katholische Nachrichten Agentur | kna.de
EPD | ~epd; Evangelischer Pressedienst | epd.de
AFX | ~AFX
ANP | ~ANP; Algemeen Nederlands Persbureau | anp.nl
Belga | Belga News Agency; Agence Belga | belga.be belganewsagency.eu
PA | ~PA; Press Association; PA Media; PA news agency | pa.media
AAP | ~AAP; Australian Associated Press | aap.com.au
CP | ~CP; Canadian Press; La Presse Canadienne; Presse Canadienne | thecanadianpress.com
UPI | ~UPI; United Press International | upi.com
NZPA | New Zealand Press Association
IANS | ~IANS; Indo Asian News Service | ians.in
PTI | ~PTI; Press Trust of India | ptinews.com
ANI | ~ANI; Asian News International | aninews.in
UNI | ~UNI; United News of India | uniindia.com
APP | ~APP; Associated Press of Pakistan | app.com.pk
PPI | ~PPI; Pakistan Press International
BSS | ~BSS; Bangladesh Sangbad Sangstha | bssnews.net
UNB | ~UNB; United News of Bangladesh | unb.com.bd
Bernama |  | bernama.com
Antara | ~Antara; ANTARA News; Kantor Berita Antara | antaranews.com
Kyodo | Kyodo News; 共同社 | kyodonews.net
Jiji | ~Jiji; Jiji Press; 時事通信 | jiji.com
Yonhap | Yonhap News Agency; Yonhap News; 연합뉴스; 韩联社 | yna.co.kr
KCNA | Korean Central News Agency; 朝中社 | kcna.kp
CNA | ~CNA; Central News Agency; 中央社 | cna.com.tw
CNS | ~CNS; China News Service; 中新社
VNA | ~VNA; Vietnam News Agency
PNA | ~PNA; Philippine News Agency | pna.gov.ph
PAP | ~PAP; Polska Agencja Prasowa; Polish Press Agency; ПАП | pap.pl
IAR | ~IAR; Informacyjna Agencja Radiowa
ČTK | ~CTK; Česká tisková kancelář; Czech News Agency | ctk.cz ceskenoviny.cz
TASR |  | tasr.sk
SITA | ~SITA
MTI | ~MTI; Magyar Távirati Iroda | mti.hu
Agerpres |  | agerpres.ro
BTA | ~BTA; БТА; Bulgarian News Agency | bta.bg
BGNES | ~BGNES | bgnes.com
HINA | ~HINA; ~Hina; Croatian News Agency | hina.hr
STA | ~STA; Slovenska tiskovna agencija; Slovenian Press Agency | sta.si
Tanjug | Танјуг; Танюг | tanjug.rs
Beta | ~Beta; ~BETA; News Agency Beta | beta.rs
FENA | ~FENA | fena.ba
MIA | ~MIA; МИА; Media Information Agency | mia.mk
ATA | ~ATA; Albanian Telegraphic Agency | ata.gov.al
ANA-MPA | ~ANA; ANA MPA; ΑΠΕ ΜΠΕ; Athens News Agency; Athens Macedonian News Agency | amna.gr
CNA Cyprus | Cyprus News Agency; ΚΥΠΕ | cna.org.cy
Ritzau | ~ritzau; Ritzaus Bureau | ritzau.dk
NTB | ~NTB; Norsk Telegrambyrå | ntb.no
TT | ~TT; Tidningarnas Telegrambyrå; TT Nyhetsbyrån | tt.se
STT | ~STT; Suomen Tietotoimisto; Finnish News Agency | stt.fi
BNS | ~BNS; Baltic News Service | bns.lt
ELTA | ~ELTA | elta.lt
LETA | ~LETA | leta.lv
Ukrinform | Укрінформ; Укринформ | ukrinform.ua ukrinform.net
UNIAN | УНІАН; УНИАН | unian.net unian.info
UNN | ~УНН; ~UNN | unn.ua
BelTA | ~BelTA; БелТА; БЕЛТА | belta.by
Trend | ~Trend; Trend News Agency | trend.az
AZERTAC | AzerTAc; АЗЕРТАДЖ; AZƏRTAC | azertag.az
APA Azerbaijan | APA News Agency
Turan | ~Turan; Turan Information Agency | turan.az
Armenpress | Арменпресс; Արմենպրես | armenpress.am
Interpressnews |  | interpressnews.ge
Kazinform | Казинформ | inform.kz
AKIpress |  | akipress.com
UzA | Uzbekistan National News Agency
Regnum | REGNUM; ИА Регнум; ИА REGNUM | regnum.ru
~Prime | ~Прайм; РИА Прайм
Rosbalt | Росбалт | rosbalt.ru
Montsame |  | montsame.mn
Telam | Télam | telam.com.ar
NA | ~NA; Noticias Argentinas
Prensa Latina | ~PL | prensa-latina.cu
Notimex |  | notimex.gob.mx
ABI | ~ABI; Agencia Boliviana de Información | abi.bo
Andina | ~Andina; Agencia Andina | andina.pe
AVN | ~AVN; Agencia Venezolana de Noticias | avn.info.ve
Agência Brasil | ~ABr; Agencia Brasil | agenciabrasil.ebc.com.br
Estadão Conteúdo
NAN | ~NAN; News Agency of Nigeria | nannews.ng
GNA | ~GNA; Ghana News Agency | gna.org.gh
ENA | ~ENA; Ethiopian News Agency | ena.et
KNA Kenya | Kenya News Agency
APO | ~APO Group
PANA | ~PANA; PanaPress | panapress.com
UN News | UN News Centre; UN News Center; United Nations News; UN News Service; أخبار الأمم المتحدة; ONU Info; Noticias ONU; Новости ООН; 联合国新闻 | news.un.org
IRIN | ~IRIN; IRIN News; The New Humanitarian | thenewhumanitarian.org irinnews.org
Fides | ~Fides; Agenzia Fides | fides.org
AsiaNews | ~AsiaNews | asianews.it
SIR | ~SIR; Servizio Informazione Religiosa
CNA Catholic | Catholic News Agency
JTA | ~JTA; Jewish Telegraphic Agency | jta.org
TPS | ~TPS; Tazpit Press Service; The Press Service of Israel
`

/** Outlets and services that are credited like a wire, in brackets before a text, without being one; in the same form. */
export const SYNDICATE_LINES = `
Rudaw | Rudaw Media Network; رووداو | rudaw.net
~Bloomberg | Bloomberg News; بلومبرج; بلومبرغ; Блумберг; 彭博社 | bloomberg.com
CNN | CNN Wire; The CNN Wire; سي إن إن | cnn.com
BBC | BBC News; بي بي سي | bbc.com bbc.co.uk
VOA | Voice of America; VOA News | voanews.com
RFE/RL | Radio Free Europe | rferl.org
DW | Deutsche Welle | dw.com
MEE | Middle East Eye | middleeasteye.net
Press TV | PressTV; برس تي في | presstv.ir
Al-Masdar | Al Masdar News; AMN; Almasdar News; المصدر نيوز | almasdarnews.com
Tribune News Service | ~TNS; Tribune Content Agency
New York Times | NYT; The New York Times; New York Times News Service | nytimes.com
Washington Post | ~WP; The Washington Post | washingtonpost.com
Los Angeles Times | Los Angeles Times; LA Times | latimes.com
Christian Science Monitor | The Christian Science Monitor | csmonitor.com
MarketWatch | CBS.MW; CBS MarketWatch | marketwatch.com
Dow Jones | Dow Jones Newswires; DJ | dowjones.com
Kaiser Health News | KFF Health News
StatePoint | StatePoint Media
The Conversation | The Conversation | theconversation.com
PR Newswire | PRNewswire | prnewswire.com
Business Wire | BUSINESS WIRE | businesswire.com
GlobeNewswire | GLOBE NEWSWIRE | globenewswire.com
`
