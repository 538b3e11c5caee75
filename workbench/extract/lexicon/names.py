"""Given names as they stand in English news, by the pronoun their bearers mostly take; places and bodies that are nobody's name.

All of it only hints: at who a “he” or “she” may be, and where a name begins behind the words in front of it.
"""

from workbench.text.wordlists import listed

MALE_NAMES = frozenset(
    listed(
        """
    aaron abdul abdullah abu adam adel adib ahmad ahmed aidan alan alastair albert alec alex alexander alfred ali alistair allan allen alvin
    amin amir amit amjad ammar amos anas anatoly andre andreas andrei andrej andrew angelo angus anis anthony antoine anton antonio anwar aran
    archie ari arjun arnold arseniy artem arthur arturo asaad ashraf asif atef austin avi aws axel ayad ayman aziz badr baha bahaa bahjat bandar
    barack barney barry bart bashar basil bassam bassel ben benedict benjamin bernie bertrand bilal bill billy binali björn blake boaz bob bobby
    boris boutros brad bradley brandon brendan brent brett brian bruce bruno bryan bulent byron caleb callum calvin cameron carl carlo carlos
    carter cedric cesar chad charles charlie chester chinua chris christoph christophe christopher chuck claude clement clifford clint clive
    colin conor conrad corey craig curtis cyril dale damian damien damon dan daniel darren darryl dave david davit dean declan dennis derek
    desmond devin devlet dick diego dieter dimitri dirk dmitry dmytro dominic dominique don donald doug douglas duncan dwight dylan earl ed
    eddie edgar eduardo edward edwin efraim egon ehsan ehud eli elias elie elijah elliot elliott elon elyas emad emile emmanuel enrique eric
    erik ernest ernesto ervin esmail essam esteban ethan eugene evan ezra ezzat fadi fahd fahed faisal farid faris fathi fawaz fawwaz fawzi fayez
    felipe felix fernando fidel fikri firas fouad fran francesco francis francisco franco francois frank franz fred fritz fuad gabriel gareth garry
    gary gavin gebran gene geoff geoffrey georg george georges gerald gerard gerhard gershon ghaleb ghanem ghassan ghazi gilbert giles giovanni
    giuseppe glen glenn gordon graeme graham grant greg gregory guido guillermo gus guy habib hadi hafez hafiz haidar haider haim hakim hamid
    hamza hank hans harith harold haroun harry harvey hasan hashim hassan hassane hatem haytham hazem hector helmut henri henry herbert herman
    hicham hikmat hilal hisham horst hosni hossein howard hugh hugo hugues hulusi husam husni hussain hussein iain ian ibrahim ibrahima idris
    igor ihab ilias ilya imad imran irving isa isaac isam ismail ismet issa ivan ivo iyad izzat jaber jack jacob jacques jad jaime jake jalal
    jamal james jamie jamil janos jared jason javier jawad jay jeb jed jeff jeffrey jeremiah jeremy jerome jerry jesse jihad jim jimmie jimmy
    joachim joaquin joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan jubran juergen
    jules julian julio junichi justin jürgen kamal kareem karim karl karsten kaspar kazem kazuo keir keith kelvin ken kenji kenneth kent kerry
    kevin khaldoun khaled khalid khalil kirk klaus kofi konrad kurt kyle laith lamar lance larry lars laurent lawrence layth leo leon leonard
    leroy leslie lester lev lewis liam lionel lloyd logan lorenzo lotfi lothar louis luca lucas luigi luis lukas luke lutfi lyle maen mahathir
    mahdi maher mahmoud mahmud majid malcolm malek malik manfred manuel marc marcel marcelo marco marcos marcus marek mario marius mark marshall
    marten martin marty marvin marwan mathias mathieu matt matteo matthew maurice maurizio max maxime maximilian mazen mazin mehdi mehmet melvin
    menachem mevlut michael michel miguel mika mikael mikati mike mikhail milad miles milos mitch mitchell mitt mohamad mohamed mohammad
    mohammed mohannad mohsen moises moqtada morgan morris moshe mounir mounzer muammar muhammad muhammed muhannad munir munzir muqtada murad
    murray musa mustafa mustapha mutaz nabih nabil nadim nagi naguib naim naji najib namir narendra naseem nasir nasser nassim nat nathan
    nathaniel nawaf nawaz nayef ned neil nelson neville newt nicholas nick nicola nicolas niels nigel nikita nikolai nikos nizar noah noel
    norman nouri obaida olaf oleg oleksandr oliver olivier omar omer orlando osama oscar osman otto owen pablo paolo pascal pat patrick paul
    pavel pedro percy perry pete peter petr phil philip phillip pierce pierre piers pranab qais qasim quentin qusay raafat rabie rabih raed
    rafael rafik rafiq rahim raif rainer raja rajesh rakan ralf ralph ramadan ramez rami ramon ramzi rand randall randy raoul rashad rasheed
    rashid rateb raul ravi rayan raymond recep reginald reinhard remy rené reuben rex reza riad ricardo richard rick ridwan rifaat ritchie riyad
    riyadh rob robbie robert roberto robin rodney rodrigo roger roland rolf roman romeo ron ronald ronnie rory ross roy rudolf rudy rupert
    russell rustam rustom ryan saad saadallah saadi sabah sabri saddam sadiq saeb saeed safwan sajid sakhr salah salam salem salim salman
    salvador sam sameer samer sami samih samir samuel sanad sander sandro santiago satoshi saul scot scott seamus sean sebastian selahattin
    selim sergei sergey sergio seth shadi shafiq shaker shane sharif shaun shawn shimon shukri sidi sidney silvio simon sion sobhi sofiane
    solomon spencer stan stanislav stanley stefan sten stephen steve steven stuart subhi suhail suleiman sven taha tahseen talal talib tamer
    tamim tanner tarek tarik tariq tawfiq tayeb ted terence terrence terry thabet thaer theo theodore thierry thilo thomas tim timothy tobias
    toby todd tom tony travis trevor troy tyler tzipi uday ulrich umar umberto usama usman valentin valery vaughn vernon victor vijay viktor
    vince vincent vinod virgil vitaly vladimir volodymyr wadi wadih wael wafiq wahid wajih walid walter warren wasim wayne wendell wesley wilbur
    wilfred wilhelm willem william willie winston wissam wolfgang xavier yaakov yahya yair yamen yaser yasin yasir yasser yazan yitzhak yoav
    younis yousef yousif youssef yunus yuri yusuf yves zachary zahi zaid zakaria zaki zayed zeev zeid zein ziad ziyad zuhair
    """
    )
)
FEMALE_NAMES = frozenset(
    listed(
        """
    abeer abigail ada adela adele adriana afaf agnes ahlam aida aileen aisha aisling alana alejandra alessandra alexandra alexandria alexis alia
    alice alison aliya aliyah allison alma alya amal amanda amani amelia amina amira amy ana anastasia andrea angela angelica angelina anita
    anja ann anna anne anneliese annette annie antonia arianna arwa ashley asma audrey ayse azza bahar barbara barbra basma beatrice beatriz
    becky belinda bella berit bernadette bernice bertha beth bethany betsy betty beverly bianca bonnie bouthaina brenda bridget brigitte
    brittany bushra buthaina caitlin camila camilla candace cara carla carmen carol caroline carolyn carrie cassandra catherine cathy cecilia
    celia celine chantal charlotte chelsea cheryl chiara chloe christa christiane christie christina christine cindy claire clara clare claudia
    clementine colleen condoleezza connie constance cora corinne cristina cynthia dalia dana daniela danielle daphne daria debbie deborah debra
    delia delphine denise diana diane dima dina diya dolores dominika donna doreen doris dorothy dunya edith edna eileen ekaterina elaine
    eleanor elena elif elina elinor elise eliza elizabeth ella ellen elsa elvira emilia emilie emily emma erica erika erin esther eugenia eva
    evelina evelyn fadia fadwa faiza farah farida faten fatima fatma fatou federica felicity ferial fiona flavia frances frida gabriela
    gabrielle gail georgina geraldine germaine ghada ghina gillian gina giulia gladys glenda gloria grace greta gretchen gwen hadeel hadia haifa
    hala haley halima hana hanadi hanan haneen hannah harriet haya hayat hayley hazel heather heba heidi helen helena helene helga henrietta
    hetty hiba hilary hilda hillary hind holly hope houda huda huma ilana ilona ilse iman imani inga ingrid iqbal irene irina irma isabel
    isabella ivana ivanka jacinda jacinta jackie jacqueline jade jamila jana jane janet janice janine jasmine jeanette jeanne jemima jenna
    jennie jennifer jenny jessica jihan jill jo joana joanna joanne jocelyn jodie johanna josephine josie joumana joyce juana juanita
    judith judy julia juliana julie juliet juliette jumana kamala kara kareena karen kari karima karine karla katarina kate katherine kathleen
    kathryn kathy katie katja katrin katy kay kaya kayla keira kelly kellyanne kelsey kerstin khadija kholoud kimberly kirsten kirsty kristen
    kristin kristina lamia lana lara larissa latifa laura lauren laurie layla lea leah leanne leila lena leonora lesley leticia liana lidia lila
    lilian liliana lillian lily lina linda linn linnea lisa lise liv livia liz liza lois loretta lori lorna lorraine lottie louisa louise lubaba
    lubna lucia lucille lucinda lucy ludmila luisa lujain lydia lyn lynn lynne mabel madeleine madison magdalena maggie maha maisa maisie majida
    malak malala manal mandy mara marah marcela marcia margaret margarita margot marguerite maria mariam mariana marianne marie marilyn marina
    marion marisa marissa marjorie marta martha martina marwa mary maryam matilda maureen maxine maya maysa maysoon meera meg megan melania
    melanie melinda melissa meryl mia michelle mildred milena mina minna mira miranda miriam mollie molly mona monica monique montserrat muna
    muriel myra myriam nadia nadine nadira nagham nahla naima najat najla najwa nancy naomi nariman nasrin natalie natasha nathalie nawal nayla
    nelly nermin nesrine nicole nicolette nihad nikki nina nisreen niveen noelle noor nora noreen norma nouf nour nuha octavia oksana olga
    olivia ophelia paige paloma pam pamela patricia patty paula paulette pauline peggy penelope penny petra philippa phyllis pia polly priscilla
    priti priya rabab rabia racha rachael rachel raghad rahaf rahma rama ramona rana randa rania raquel rasha rawan raya razan rebecca rebekah
    reem regina renata renee rhonda rim rima rita roberta robyn rochelle rola rosa rosalie rosalind rose rosemary rosie roula roxana ruba ruby
    ruqaya ruth sabiha sabine sabrina sadie safa sahar sally salma salwa samah samantha samar samia samira sanaa sandra sandy sanna sara sarah
    sasha saskia sawsan seham selena serena shaima shannon shari sharon sheila shelley shereen sheryl shirin shirley sian sigrid silvia simone
    siobhan sireen soad sofia sofie soha sonia sonya sophia souad stacey stella stephanie sue suha suheir susan susanna susannah susie suzan
    suzanne svetlana sybil sylvia sylvie tabitha taghreed tahani tamara tania tanya tara tatiana tehilla teresa tess tessa thelma theodora
    theresa thuraya tilda tina tracey tracy trudy ulrike um umaima umm ursula valentina valeria valerie vanessa vera verena veronica vicky
    victoria viola virginia virginie vivian viviana viviane wafa wafaa walaa wanda wendy widad winifred yara yasmin yasmine yolanda yusra yvette
    yvonne zahra zaina zainab zakia zara zeina zeinab zelda zoe zuzana
    """
    )
)

# What speaks as a place or a body does: “Moscow said”, “the Pentagon confirmed”. No “he” leans on it.
PLACES = frozenset(
    listed(
        """
    abuja aden afghanistan africa albania aleppo algeria algiers america amman ankara argentina armenia asia athens australia austria azerbaijan
    baghdad bahrain bamako bangladesh barcelona basra beijing beirut belarus belgium belgrade benghazi berlin bethlehem bogota bolivia bosnia
    boston brasilia brazil britain brussels bucharest budapest bulgaria cairo california cambodia canada caracas chad chicago chile china
    colombia congo copenhagen croatia cuba cyprus damascus daraa delhi denmark dhaka djibouti doha donetsk dubai dublin edinburgh egypt england
    erbil eritrea estonia ethiopia europe fallujah finland florida france gaza geneva germany ghana glasgow greece haifa haiti hama hamburg
    havana hebron helsinki homs houston hungary iceland idlib india indonesia iran iraq ireland islamabad israel istanbul italy jakarta japan
    jeddah jenin jerusalem jordan kabul kandahar karachi kazakhstan kenya khartoum kiev kinshasa kirkuk kosovo kuwait kyiv kyrgyzstan lagos laos
    latakia latvia lebanon libya lisbon lithuania london luxembourg madrid malaysia mali malta manchester manila marrakesh mauritania mecca
    medina melbourne mexico milan minsk mogadishu moldova mongolia morocco moscow mosul mozambique mumbai munich muscat myanmar nablus nairobi
    najaf nepal netherlands nicaragua niger nigeria norway oman oslo ottawa pakistan palestine palmyra panama paraguay paris peru philippines
    poland portugal prague pretoria pyongyang qatar quito rabat rafah ramallah raqqa riyadh romania rome russia rwanda sanaa sarajevo scotland
    senegal seoul serbia sevastopol shanghai sidon sinai singapore sirte skopje slovakia slovenia sofia somalia spain stockholm strasbourg sudan
    sweden switzerland sydney syria taiwan taiz tajikistan tallinn tanzania tartus tbilisi tehran texas thailand tikrit tokyo toronto tripoli
    tunis tunisia turkey turkmenistan tyre uganda ukraine uruguay uzbekistan venezuela vienna vietnam vilnius wales warsaw washington wellington
    yemen yerevan zagreb zambia zimbabwe zurich
    """
    )
)
BODIES = frozenset(
    listed(
        """
    airbus al-qaeda al-qaida amazon amnesty ansarullah apple aramco boeing bundestag cabinet congress daesh downing duma elysee europol facebook
    fatah fsa google greenpeace hamas hezbollah hizbollah hizbullah houthis idf interpol isil isis knesset kremlin likud microsoft mossad nato
    nusra observatory ocha ombudsman opcw opec oxfam pentagon peshmerga pkk politburo presidency qaeda qaida regulator sdf secretariat shabak
    taliban treasury twitter unesco unhcr unicef unrwa whitehall wikileaks ypg élysée
    """
    )
)
