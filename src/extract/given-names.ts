/**
 * First names that are borne by many and mean little else, in the letters of `keyOf`. Names that are also places, months, papers or
 * offices (Jordan, Austin, April, Sunday, Christian, Virginia) stay out: the list is there to tell a person from a house.
 */
const LATIN = `
aaron abbas abby abd abdallah abdel abdelaziz abdelfattah abdelkader abdelrahman abdul abdulaziz abdulkadir abdullah abdulrahman abdurrahman abigail achim ada adam adel adele adem adil adnan adrian adriana adriano adrien afif agata agnes
agnieszka ahlam ahmad ahmed ahmet aida aidan aileen aisha aishe aitor akram alain alan alana alastair alba albert alberto albin aldo alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei alessandra alessandro alessia
alessio alex alexander alexandra alexandre alexandros alexei alexey alexia alexis alfonso alfred alfredo ali alia alice alicia alina aline alisa alison alistair allan allen allison alma alper amal amalia amanda amandine amani amelia
amelie amin amina amine amir amira amjad ammar amr amy ana anais anas anastasia anatoly anders andre andrea andreas andree andrei andres andreu andrew andrey andrii andrzej andy angela angelica angelika angelina angelo angus anis anita
anja anke anna annabel annabelle anne anneke annette annie annika anouk ansgar anthony antje antoine antoinette anton antonella antonia antonio antony antoun anwar aoife arash archie ariane ariel arif arild arjen arjun arlene armando
armin arnaud arne arno arnold artem arthur artur arturo arzu asaad asaf ashley ashraf asli asma asmaa assaad astrid ata atef atilla aubrey audrey aurelie aurelien avi avital axel aya ayaan ayan aydin ayelet ayesha ayham ayhan ayla ayman
aymen aymenn ayse aysegul aysel aysun aziz azra azzam bachar bahar bahman banu barak baran barbara barbora baris barney barry bart bartosz basel bashar bashir basil basma bassam bassel bassem batoul beata beatrice beatriz begum behnam
behrouz behzad ben benedetta benedict benedicte benedikt benjamin benoit berfin berit berk bernard bernardo bernd bernhard bertrand beth bethan bethany betty beyza bilal bilge bill bjorn bob bogdan boris boutros boyd brad bradley brandon
brenda brendan brent brett brian bridget brigitte britta bruce bruno bryan bryony bulent burak burcu busra camila camilla camille can candan candice cansu carina carl carla carlo carlos carmen carol carole carolin caroline carolyn
carsten cassandra cassie catalina caterina catharina catherine cathy catriona cecile cecilia cedric celia celine cem cemal cemil cengiz ceren cesar cetin ceyda chaim chantal charles charlie chiara chloe chris christa christel christelle
christiane christina christine christof christoph christophe christopher christos chuck ciara cindy claire clara clare clarissa claude claudia claudine claudio clemens clement clementine cody colette colin colleen connor conor constance
constantin cooper cora coralie corentin corey corinna corinne cornelia cory courtney craig cristian cristiana cristina cristobal curtis cynthia cyril czeslaw dafna dagmar dahlia dalia dalila damian damien damir damla dan dana dania
daniel daniela daniele daniella danielle danilo danny dario dariusz darko darren darya dave david davide dawid dean deanna debbie deborah debra declan defne delphine demet demetrios denis denise deniz dennis derek derya desmond devon
devrim diana diane diarmuid didem didier diego dieter dilara dilek dima dimitar dimitri dimitris dina dinah dirk ditte djamel dmitri dmitriy dmitry dogan dolores dominic dominik dominika dominique don donald donna donny dora dorian doris
doron dorota dorothea dorothee dorothy doug douglas dov drew duncan dursun dusan dwight dylan ebony ebru ece eda eddie eddy edgar edith edmund eduard eduardo edward edwin efe efrat egor ehab ehsan ehud eileen einat eitan ekaterina ekin
ekrem elad elaine elana eleanor elena eleni eleonora eli eliana elias elie elif eliott eliran elisa elisabeth elise eliza elizabeth ella ellen elliot elliott elodie elon els elsa elvira emad emanuel emanuela emel emil emile emilia emilie
emilio emily emin emine emir emma emmanuel emmanuelle emre ender engin enrico enrique enver enzo eoin ercan erdal erdem erdogan eren erhan eric erica erich erik erika erin erkan ernest ernesto ernst erol ersin ertugrul esen esin esra
essam esteban estelle esther ethan eugen eugene eugenia eugenie eva evan evangelia evelyn evgenia evgenii evgeny evren ewa ewan eyal eylul eyup ezgi fabian fabienne fabio fabrice fabrizio fadel fadi fadia fadil fahad fahd faisal faiza
faizal farah fares farhad farid farida faris farouk faruk farzad fatemeh fathi fatih fatima fatma fatos faustine fawaz fawzi fayez fazil federica federico felicia felicity felipe felix ferdinand fergal fergus ferhat ferit fernanda
fernando figen fikret filip filippo filiz finn fiona firas firat flavia flavio fleur flora florent florian fouad frances francesca francesco francine francis francisca francisco franck francois francoise frank franz franziska fred
freddie frederic frederick frederik frederique frida friederike friedrich fritz fuad fuat funda gabriel gabriela gabriele gabriella gabrielle gaelle gail galina gamal gareth garry gary gavin gayle gemma genevieve geoff geoffrey georg
george georges georgette georgina gerald geraldine gerard gerd gerhard gerry gert ghada ghaith ghassan ghina gideon gil gilad gilbert gilles gillian gina giorgio giorgos giovanna giovanni gisela gitte giulia giuliana giulio giuseppe
gizem glen glenda glenn gloria goksel gonca gonzalo goran gordon grace graham grainne grant greg gregoire gregor gregory greta gretchen grigory grzegorz guido guillaume guillermo gul gulay gulden gulen gulnaz gulsah gulsen gultan gunay
guner gunnar gunter gurkan gustav gustavo guy gwen gwyneth habib hadar hadas hadeel hadi hafez hagai hagar haidar haitham hakan hala halide halil halima halime halit haluk hamad hamed hamid hamit hamza hana hanan hande hani hania hanif
hanin hank hanna hannah hannes hans harald haris harold harriet harry harun harvey hasan hashem hasim hassan hatem hatice hatim haydar hayden hayley hazal hazel hazem heath heather heba hector hedi hedwig heide heidi heike heiko heinrich
heinz helen helena helene helga hendrik henning henri henrietta henrik henrique henry herbert heribert herman hermann herve hesham hicham hikmet hilal hilary hilda hilmi hind hisham holger holly hope horst houda howard huda hugh hugo
hulya humam humphrey husayn huseyin hussam hussein hynek iain ian ibrahim ibtisam ida idan idil ido idris iftikhar ignacio igor ikram ilan ilana ilaria ilayda ilham ilhan ilja ilkay ilker ilya imad imane imen imke imran imre ina inbal ines
inga inge ingeborg ingo ingrid inigo inna ioana ioanna ioannis ipek irem irene irfan irina iris irit irma irmgard isa isaac isabel isabella isabelle isam isidore iskander iskender ismail ismet israa issa issam itai itamar itay ivan ivana
ivo iwona iyad izabela jaafar jaber jacek jack jackie jacky jaclyn jacob jacqueline jacques jad jade jaime jakob jakub jalal jamal jameel james jamie jamil jamila jan jana jane janet janette janice janina janine janusz jared jaroslav
jaroslaw jasmin jasmine jason javad javier jawad jay jayne jean jeanette jeanne jeff jeffrey jen jenna jennifer jenny jens jeremie jeremy jerome jerry jerzy jess jesse jessica jihad jihane jill jim jimena jimmy jo joachim joakim joan
joana joanna joanne joao joaquin jochen jodi jodie joe joel joelle joerg joey johan johann johanna johannes john johnny jon jonas jonathan jonny joost jordi jorg jorge jose josef josefina joseph josephine josh joshua josie joumana jovan
joyce juan juana judith judy jukka jules julia julian juliana juliane julie julien juliet julieta juliette julio julius junaid jurgen jussi justin justine justyna jutta kaan kadir kadri kai kaitlin kaitlyn kamal kamel kamil kamila kamran
kara karam kareem karen karim karima karin karina karl karla karol karolina karsten kasia kasper katarina katarzyna kate katharina katharine katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina katy kay kaya kayla
kayleigh kazim keiko keith kelly kelsey kemal ken kenan kendra kenneth kenny kerem keren kerim kerry kerstin kevin khadija khadijah khaled khalid khalil khouloud khulud kieran kim kimberly kinan kinda kirill kirsten kirstie kirsty kjell
klara klaus klemens konrad konstantin konstantinos koray korhan kory kostas kris kristen kristian kristin kristina kristine kristof kristy krzysztof kubra kursat kurt kyle kylie kyriakos lacey laetitia laila lale lama lamia lamis lana
lara larissa larry lars latifa laura laure lauren laurence laurent laurie layal layla lea leah leander leen leila lena lennart leo leon leona leonard leonardo leonid leonie leonora leopold leroy lesley leslie lester leticia letizia
levent lewis leyla lia liam liana lidia liesbeth lieve lila lilia lilian liliana lillian lily lina linda lindsay lindsey linus lionel lior liora lisa lisbeth lise liv liz liza lizzie lloyd lorena lorenzo loretta lori lorna lothar lotte
lou louay louis louisa louise lubna luc luca lucas lucia lucian luciana luciano lucie lucien lucile lucinda lucy ludovic luigi luis luisa luiz lujain luka lukas lukasz luke luna lutz lydia lyndsey lynn lynne lyse maarten maciej maddy
madeleine madeline mads magali magda magdalena magnus maha mahdi maher mahir mahmoud mahmud mahmut mahsa mai maia maike maira maisie maja majd majed majid maksim malak malcolm malek malika malin mallory malte manal manar mandy manel
manfred manoj manon manuel manuela mara marc marcel marcela marcelle marcello marcelo marcin marco marcos marcus marek margaret margarita margaux margit margot margret marguerite maria mariam marian mariana marianna marianne mariano
marie marieke mariel mariella marijke marina mario marion marisa marisol maritta marius mariusz marjan marjolein marjorie mark marko markus marlene marlon maroun marta martha marthe martin martina martine marwa marwan mary maryam maryia
maryna massimo mateo mateusz mathias mathieu mathilde matilda matt matteo matthew matthias matthieu maud maura maureen maurice mauricio maurizio mauro max maxence maxim maxime maximilian maxwell maya maysa maysam maysoon mazen mazlum
medhat meera megan mehdi mehmet mehrdad meike meir mel melanie melek melih melike melinda melis melisa melissa mert merve meryem meryl mesut mete metin mia micah michael michaela michal michala michel michela michele michelle mick
mieczyslaw miguel mihai mikael mike mikel mikhail mikko mikolaj mila milad milan milena miles milos miloslav milton mina mine mira miral miranda mireille miriam mirjam mirko miroslav miroslaw mitch mitchell mitra moataz mohamad mohamed
mohammad mohammed mohannad mohsen moira molly mona monica monika monique mordechai morgane moritz morten moshe mostafa mounir moustafa mualla muaz mubarak mudar mufid muhammad muhammed muhammet muharrem muhittin mujahid mukhtar muna
munir murad murat muriel musa mustafa muzaffar muzaffer mykola myriam naama nabeel nabil nabila nada nadav nader nadia nadim nadine nadir nadja nagehan nagihan nahed nahla naim nairn najat naji najib najla najwa nancy naomi naser nasim
nasir nasri nasrin nasser natacha natalia natalie nataliya natalya natan natasa natascha natasha nathalie nathan nathaniel nawaf nawal nawras nayef nayla nazan nazanin nazim nazli nazmi neal nebil nebojsa necati nedim neha neil nejat
nejla nelly nelson neriman nermin nese nesrin nesrine neta nevin nevzat nezih niall nicholas nick nicky nicola nicolas nicole nicolette nidal nihal nihat nikita nikki niklas niko nikola nikolai nikolaos nikolas nikolaus nikolay nikos nil
nilay nilgun niloufar nils nilufer nima nimrod nina nir nira nirmal nisreen nitzan niv nizar noa noah noam noel noemi noemie nora norah norbert norma norman nour noura nuh nuha nur nuran nuray nurcan nurettin nurhan nuri nuriye nurullah
obaida oded oguz okan oksana olaf olcay ole oleg oleh oleksandr oleksii olena olga oliver olivia olivier olympe omar omer omran omri omur oren orhan orianne orit orkun orlando orly orna orsolya osama oscar osman ousama oussama owen oya
oyku ozan ozer ozge ozgur ozlem pablo pamela panagiotis paola paolo pascal pascale pat patrice patricia patricio patrick patrik patrizia patrycja patti patty paul paula paulina pauline paulo pavel pawel paz pearl pedro peggy pelin pelle
perihan perrine perry peter petr petra petros phil philip philipp philippa philippe phillip phoebe pia pierce piero pierre pierrick pieter pietro pilar pinar piotr poppy priscilla priya przemyslaw quentin qusay rabia rachael rachel
rachid radek radoslaw radu radwa rae raed rafael rafaela rafal raffaele raffi rafiq raghad raghda rahaf rahel rahim rahma rainer rajaa rajesh ralf ralph ramazan rami ramin ramiro ramon ramona ramy ramzi rana randa randall randy rania
raphael raphaelle raquel rasha rashed rashid rauf raul raven raymond razan rebecca rebekah recai recep reem refik regina regine reham rehan reiner reinhard reinhold rema remi remy remzi renata renate renato rene renee reuben reuven
reyhan reza rhiannon rhonda riad ricardo riccardo richard rick ricky rida riham rima rina rita rivka riyad riyadh rob robbie robert roberta roberto robin robyn rocio rodney rodolfo rodrigo roee roger roi roisin roland rolf romain roman
romane romina romy ron ronald ronan ronen roni ronit ronnie ronny rory rosa rosalie rosalind rosanna rosario rose rosemary rosie ross rotem rowan roxana roxane roy royce roza ruba ruben rudolf rudy rufus rula rune rupert ruslan russ
russell ruth ruud ryan ryszard saad saadi sabina sabine sabri sabrina sadik sadiq safa safaa safak safiye safwan sagi sahar sahin said saif sait sakine salah salahuddin saleem saleh salem salih salim sally salma salman salome salvador
salvatore salwa sam samah saman samantha samar samer sami samia samih samir samira sammy samuel samuele sander sandra sandrine sandro sandy sanne saoirse saoussen sara sarah sarit sarp sascha sasha saskia savas sawsan scarlett scott sean
sebahattin sebastian sebastiano sebastien seda sedat sedef sefa selahattin selcan selcuk selen selena selim selima selin selma semih semra senem sepideh serap serdar serena serge sergei sergey sergio serhat serhii serife serkan serpil
sertac servet sevda sevgi sevil sevilay sevim sevinc seyda seyfi seyma seymour shadi shady shahar shahd shai shaimaa shakir shane shani shannon sharon shaul shaun shauna shawn shayma sheila shelby shelley shelly sherif sherine sherry
shiraz shireen shirin shirley shlomi shlomo sian sibel siegfried sigrid silke silvana silvia silvio simge simon simona simone sina sinan sinead sinem siobhan sirin sivan slawomir smadar snezana sobhi sofia sofiane sofie solene solveig
soner sonia sonja sonya sophia sophie soraya soren souad spencer stacey stacy stan stanislas stanislav stanislaw stavros stefan stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stewart stine stuart
suad sude suha suhail suhair suheil suleiman suleyman sumeyra sumeyye susan susana susann susanna susanne susie suzanna suzanne suzy svein sven svenja svetlana sybille sylvain sylvester sylvia sylvie szymon tadeusz taha taher tahir
tahsin tal talal talar talia tamar tamara tamer tamir tammy tania tanja tanya tara taras tarek tareq tarik tariq tatiana tatjana tatyana tayfun taylan taylor taysir teddy terence teresa teri terje terrence terry tess tessa thaer thea
thelma theo theodor theodora theodore theresa therese thibault thierry thijs thilo thomas thorsten tibor tiffany tilda till tilman tim timo timothy timur tina tine titus tjeerd tobias toby todd tolga tom tomas tomasz tomer tommaso tommy
toni tony tonya torben tore torsten tracey tracy travis trevor trine trisha trond troy trudy tugba tugce tulay tulin tunc tuncay turan turgay turgut turki tyler tyrone tzvi uday udo ufuk ugur ulf uli ulku ulrich ulrike umar umit umran
umut unal uri uriel ursula usama ute utku uwe vadim valentin valentina valentine valeria valerie valerio valery vanessa vasiliki vasilis vassilis vasyl vedat veli vera verity veronica veronika veronique veysel vicente vicki vicky
victoire victor vijay vikram viktor viktoria vince vincent vincenzo viola violeta violette virginie vital vitaly vito vivian viviane vivien vivienne vlad vladimir vladislav volkan volker volodymyr vural wade wael wafa wafaa wahid waleed
walid wallace walter wanda warren waseem wassim wayne wendy werner wesley wilfried wilhelm will willem william willy winfried winston wisam wojciech wolf wolfgang wout xavier ximena yaakov yael yahya yair yakup yalcin yalda yaman yan
yana yaniv yann yannick yannis yara yaron yaroslav yasemin yaser yasin yasmeen yasmin yasmina yasmine yasser yassin yavuz yazan yehuda yelena yeliz yesim yevgenia yevgeny yezid yigal yigit yildiray yitzhak ylenia yoav yochai yolanda
yonatan yonca yoram yosef yossi youssef youssra ysabel yuksel yulia yumna yunus yura yuri yuriy yusra yusuf yves yvette yvonne zachary zack zackery zafer zaher zahra zaid zaina zainab zakaria zakariya zaki zara zbigniew zehra zeina
zeinab zekeriya zeki zeliha zena zeyneb zeynep ziad zineb ziv ziyad zoe zofia zohar zoltan zora zuhair zuhal zulal zuleyha zvi
`

const ARABIC = `
ابراهيم احسان احلام احمد ادريس ادم ادهم اديب اروي اسامه اسحق اسراء اسعد اسماء اسماعيل اشرف اكرم الاء الياس امال امجد امل امنه امير اميره امين امينه انس انور اياد اياس ايلي ايمان ايمن ايهاب ايهم ايوب باسل باسم باسمه بدر بديع براء برهان
بسام بسمه بشار بشري بشير بلال بلقيس بهاء بهروز بهزاد بهمن بهنام بهيه بيسان تامر تحسين ترانه تغريد تمارا تمام توفيق تيسير ثاير ثناء جابر جاد جاسم جعفر جلال جمال جمانه جمشيد جميل جميله جني جهاد جواد جورج جوزيف جول جوليا جومانه حاتم حازم
حافظ حامد حبيب حسام حسان حسن حسناء حسين حكمت حلا حمد حمدي حمزه حمود حميد حنا حنان حنين حيان حيدر خالد خلدون خلود خليل خوله داريوش داليا دانا دانيا داود دعاء دلال ديالا ديانا ديمه راغب راغده رافت راما رامي رامين رانيا رايد ربا رباب ربي
ربيع رجاء رحاب رزان رزق رشا رشاد رشيد رضا رضوان رغد رغده رفعت رفيق رلي رنا رند رنده رنيم رهف رواء روان روعه رولا ريان ريتا ريم ريما ريهام زاهر زكريا زهرا زهراء زهير زياد زيد زين زينب زينه سارا ساره ساسان سالم سامح سامر سامي ساميه سحر
سراب سعاد سعد سعود سعيد سعيده سلاف سلام سلامه سلطان سلمان سلمي سلوي سليم سليمان سماح سمر سمير سميره سميه سناء سهام سهراب سهي سهيل سوزان سوسن سيامك سياوش سيرين سيف سينا سپيده شادي شاديه شاكر شاهين شذي شريف شفيق شهد شهرام شهره شوقي شيرين
شيماء صابر صالح صبا صبحي صبري صفاء صفوان صلاح صهيب ضياء طارق طاهر طلال طه عادل عاصم عاطف عامر عايشه عباده عباس عبدالرحمن عبدالعزيز عبدالقادر عبدالكريم عبدالله عبير عتاب عدنان عدي عز عزام عزت عزيز عصام عفاف علا علاء علي عليا علياء عماد
عمار عمر عمران عمرو غاده غازي غالب غسان غني غياث غيث فادي فاديه فارس فاروق فاضل فاطمه فايز فايزه فايق فتحي فداء فراس فرج فرح فرزانه فرشته فرناز فرهاد فريبا فريد فريده فريدون فضل فواد فواز فوزي فوزيه فيصل قاسم قتيبه قصي قيس كارولين كارين
كاظم كامران كامل كاوه كرم كريم كريمه كمال كنان كنده كيوان لارا لبني لجين لطفي لطيفه لمي لميا لميس لوي ليلا ليلي لين لينا ليندا ماجد ماجده ماري ماريا مازن مالك مامون ماهر مايا مجاهد مجتبي مجد مجدي مجيد محسن محمد محمدرضا محمود محي مراد
مرتضي مرضيه مروان مروه مريم مسعود مصطفي مصعب مضر مطيع معاذ معاويه معتز معصومه معن معين مفيد مناف منال منذر منصور منوچهر مني منير منيره منيژه مها مهاب مهدي مهران مهرداد مهسا مهناز مهند مهيب موسي مومن ميا مياده ميرا ميرنا ميس ميساء ميسون
ميشيل مينا نادر ناديا ناديه نازنين ناصر ناهد نايف نبيل نبيله نجاه نجلاء نجوي نجيب ندي نذير نرمين نزار نزيه نسرين نسيم نضال نعمان نعمه نعيم نهاد نهال نهي نوال نور نورا نوران نوره نوفل نيرمين نيفين نيلوفر نگار نگين هادي هاشم هاله هاني هبه
هدي هديل هزار هشام هلا همام هناء هنادي هند هومن هويدا هيا هيام هيثم هيفاء واصف وايل وجدي وجيه وحيد وداد ورد وسام وسيم وصال وعد وفاء ولاء وليد يارا ياسر ياسمين ياسين يامن يحيي يزن يسار يسري يعرب يمان يمني يوسف يونس پرويز پويا پيمان ژيلا
گلناز
`

const OTHERS = `
александр александра алексеи алена алиса алла анастасия анатолии анатоліи андреи андріи анна антон антонина аркадии арсении артем артур богдан борис вадим валентин валентина валерии валерия варвара василии василиса василь вера вероника
виктор виктория виталии владимир владислав володимир всеволод вячеслав віктор вікторія галина ганна геннадии георгии герман глеб григории дарья денис диана дмитрии дмитро евгении евгения егор екатерина елена елизавета ефим жанна зинаида
зоя иван игорь илья инна иосиф ирина катерина кирилл кирило константин кристина ксения лариса лев леонид лидия любовь людмила маия максим маргарита марина мария марк марьяна марія матвеи микола мира михаил михаило надежда наталия наталья
наталія никита николаи нина оксана олег олександр олександра олексіи олена олеся ольга павел петр петро полина раиса регина роман руслан рустам светлана святослав семен сергеи сергіи софия станислав степан тамара тарас татьяна тетяна
тимофеи тимур федор филипп эдуард эльвира эмма юлия юлія юрии юріи яна ярослав євген іван ігор ірина אבי אביב אביגיל אבישי אבנר אברהם אהוד אהרון אורי אורית אורלי אורן איילת איל אילן אילנה אילת איתי איתמר אלון אלי אליהו אליעזר אלכס אמיר
אמנון אסף אפרת אריאל אריה ארנון אשר בועז בן בנימין ברק גבי גדי גדעון גיא גיל גילי גלעד דוד דורון דורית דן דנה דני דניאל דפנה הגר הדס זאב זיו חגי חיים חן טל יאיר יונתן יוסי יוסף יורם יותם יעל יעקב יצחק ירון ישי כרמל ליאור ליאת לילך לימור
מאיה מאיר מורן מיכאל מיכל מירב מירה מירי משה מתן נדב נועה נועם נורית נחמן ניצן ניר נעמה נתן סיון סמדר עדי עודד עומר עופר עידו עידן עינב עינת עירית עמוס עמיר עמית ענת ערן צבי צביקה קרן ראובן רביב רון רוני רונן רות רותם רחל רינה רן רעות
שגיא שי שירה שירי שלום שלומי שלמה שמעון שרה שרון תומר תמי תמר
`

const GIVEN: ReadonlySet<string> = new Set(`${LATIN} ${ARABIC} ${OTHERS}`.match(/\S+/g))

/** Whether a name begins with a first name that many bear, in Latin, Arabic, Cyrillic or Hebrew letters; titles before it do not count. */
export function beginsAsPerson(name: string): boolean {
  const bare = name.replace(TITLES, '')
  const [word = ''] = bare.split(/[\s-]/, 1)
  return isGivenName(word) || (word.startsWith('ال') && isGivenName(word.slice(2))) || COMPOUND.test(bare)
}

/** Whether a word is a first name that many bear. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(keyOf(word))
}

/** "Servant of", "light of the faith", "father of": names of two words. */
const COMPOUND = /^(?:عبد|أبو|ابو|أم)\s\p{L}{2,}\s\p{L}{2,}/u
const TITLES = /^(?:(?:dr|prof|mr|mrs|ms|sir|dame|lord|دکتر|проф|ד["״]ר|פרופ['׳]?)\.?\s+|(?:د|أ|م)\.\s*)+/iu

/** One spelling for several: marks off, alif, yeh, kaf and teh marbuta in one form, dotless i and barred l as plain letters. */
function keyOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/[كک]/g, 'ك')
    .replace(/[یى]/g, 'ي')
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}]/gu, '')
}
