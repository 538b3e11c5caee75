"""How Arabic letters are spelled in Latin ones, with the weight of each spelling in nats; `-` stands for “not written”.

WEIGHTS were fitted on the training pairs of google/transliteration (Apache-2.0) by `tests/text/fit_name_weights.py`; no pair is kept here. The
row of the empty stretch holds the Latin letters that Arabic leaves unwritten, short vowels above all. The other tables are our own.
"""

WEIGHTS: dict[str, str] = {
    "": (
        "x -1.7 e -2.5 u -2.7 h -2.7 q -2.9 y -3.3 w -3.4 j -3.4 z -3.5 a -3.6 i -3.7 g -3.7 t -3.8 o -3.9 d -3.9 s -4.0 "
        "k -4.2 c -4.3 p -4.4 b -4.5 n -4.9 l -5.1 r -5.1 m -5.9"
    ),
    "\N{ARABIC LETTER HAMZA}": "e 0.7 i 0.6 a 0.1 - -0.3",
    "\N{ARABIC LETTER ALEF}": "a 2.1 e -1.2 u -1.4 i -1.5 o -2.8 c -3.1 h -3.3 - -4.4",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}": "all 6.1 al 4.6 ale 3.2 el 2.9 la 0.5 - -0.1",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}": "aw 2.9 ou 2.9 o 1.2 u 0.4",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER YEH}": "aye 4.4 ay 2.9 ei 2.8 ye 1.6 y 0.4 i 0.3 e -0.3",
    "\N{ARABIC LETTER BEH}": "pp 5.0 bou 3.5 bb 3.5 p 3.4 b 3.4 be 2.9 pe 2.7 ben 2.7 bu 2.4 ba 2.3 bi 1.2 ab 1.0 pa 0.7 bo 0.5 v -1.8",
    "\N{ARABIC LETTER TEH}": "tt 4.1 tte 4.0 t 3.1 ett 2.9 te 2.4 th 2.2 ti 0.7 ta 0.6 z -1.0 d -3.1 - -4.6",
    "\N{ARABIC LETTER TEH}\N{ARABIC LETTER SHEEN}": "sch 9.1 ch 8.7 ich 7.3 c 4.6 - -2.8",
    "\N{ARABIC LETTER THEH}": "th 6.6 z 2.2 c 0.4 s -0.8",
    "\N{ARABIC LETTER JEEM}": "dj 4.7 ju 4.2 ja 4.2 ge 4.0 je 3.9 j 3.9 ji 3.2 gu 3.0 g 2.9 gi 2.5 aj 2.1 ga 1.2 z 0.4 c -0.0",
    "\N{ARABIC LETTER JEEM}\N{ARABIC LETTER YEH}": "ji 7.1 je 6.1 gi 5.5 ge 5.3",
    "\N{ARABIC LETTER HAH}": "ha 4.5 ah 3.8 h 2.8 hi 2.5 a -2.0",
    "\N{ARABIC LETTER KHAH}": "kha 7.0 kh 6.4 ch 5.8 j 3.2 g 0.8 k 0.3 h 0.1 - -4.3",
    "\N{ARABIC LETTER DAL}": "d 3.6 de 3.4 dd 3.3 da 1.1 du 0.9 di 0.9 od 0.5 ad 0.5 t -3.1",
    "\N{ARABIC LETTER THAL}": "d 2.7 t 2.7",
    "\N{ARABIC LETTER REH}": "er 3.3 r 2.7 her 2.4 rr 2.0 rre 1.5 re 1.5 ur 1.2 res 0.9 rd 0.8 ar 0.7 arr 0.6 ara 0.2 ra 0.2 ri -0.0",
    "\N{ARABIC LETTER ZAIN}": "zz 6.0 z 4.3 ze 3.4 zu 3.4 za 3.2 iz 2.2 zi 2.1 s 1.7 se 1.7 az 1.5 es 1.2",
    "\N{ARABIC LETTER SEEN}": (
        "sse 3.8 ss 3.5 s 2.9 uss 2.7 ess 2.2 su 1.9 ce 1.9 se 1.6 sa 0.7 us 0.6 c 0.6 x 0.5 z 0.2 so 0.2 is 0.2 es 0.1 - -5.9"
    ),
    "\N{ARABIC LETTER SHEEN}": "sch 8.0 che 6.2 ch 5.4 sh 5.3 sha 5.1 she 4.8 uch 4.8 shi 4.4 ash 4.1 cha 4.1 sc 1.2 x 1.2 s 0.6 c -0.5",
    "\N{ARABIC LETTER SAD}": "sa 3.9 s 2.9",
    "\N{ARABIC LETTER DAD}": "d 3.6",
    "\N{ARABIC LETTER TAH}": "ta 3.6 at 3.2 t 3.1",
    "\N{ARABIC LETTER ZAH}": "z 4.4 d 2.4",
    "\N{ARABIC LETTER AIN}": "a 1.9 aa 1.6 u 0.2 o -0.0 i -0.8 e -1.0 - -1.6",
    "\N{ARABIC LETTER GHAIN}": "gha 5.4 gue 5.1 gh 4.5 gu 4.1 gg 4.0 g 3.8 ge 1.9 ga 0.7",
    "\N{ARABIC LETTER FEH}": "ff 6.0 v 3.9 f 3.7 fa 2.8 fe 2.7 ve 2.7 fu 2.5 fi 2.3 w 2.0 vi 1.8 af 1.5 p 0.4",
    "\N{ARABIC LETTER QAF}": "q 5.8 k 2.8 g 2.3 c 0.8",
    "\N{ARABIC LETTER KAF}": "que 6.4 qu 5.3 cke 4.9 ck 4.8 ick 3.7 k 3.3 ch 3.2 cc 3.1 c 2.6 ke 2.3 q 2.3 ka 1.4 ki 1.3 uk 0.9 g -0.6",
    "\N{ARABIC LETTER KAF}\N{ARABIC LETTER SEEN}": "x 6.5",
    "\N{ARABIC LETTER LAM}": "lle 4.0 ell 3.9 ll 3.8 l 2.7 le 2.5 el 2.2 ill 2.0 all 1.9 hl 1.0 gl 0.9 li 0.8 ul 0.7 la 0.7 ala 0.5",
    "\N{ARABIC LETTER MEEM}": "mme 4.5 m 3.5 mm 3.1 mu 2.9 ma 2.4 me 2.3 mo 1.6 am 1.4 mi 1.2 um 1.2 im 0.7",
    "\N{ARABIC LETTER NOON}": "n 2.8 nne 2.6 nn 2.2 en 2.2 in 1.8 ne 1.8 hen 1.5 gn 1.2 on 0.2 - -5.8",
    "\N{ARABIC LETTER HEH}": "h 3.1 hu 2.4 he 2.3 ah 2.2 ha 2.1 hi 1.0 eh 0.9 ho 0.7 a 0.1 e 0.0 t -0.4 r -1.5 i -2.3 s -2.4 - -3.6",
    "\N{ARABIC LETTER WAW}": ("ou 3.5 ow 2.7 o 2.5 wo 2.4 u 2.2 we 2.0 w 1.8 wa 1.8 aud 1.8 aw 1.5 oo 1.0 au 1.0 v -1.3 e -2.8 a -3.4 i -4.8 - -5.7"),
    "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}": "wa 5.1 awa 4.3 w -0.4",
    "\N{ARABIC LETTER YEH}": ("ey 2.3 i 2.1 chi 2.1 y 2.0 e 1.5 ye 1.4 iy 1.3 gh 0.9 ij 0.9 ay 0.9 ie 0.7 j 0.2 u -2.4 a -2.5 h -3.6 - -4.0 o -4.8"),
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF}": "ja 3.5 ya 3.0",
}

# What Arabic news names have and the fitted list of mostly foreign names has not seen often enough: the letters that English spells in many ways,
# the digits that posts write for Arabic letters, and endings.
ARABIZI: dict[str, str] = {
    "\N{ARABIC LETTER HAMZA}": "2 5.0",
    "\N{ARABIC LETTER ALEF}": "2 2.0",
    "\N{ARABIC LETTER AIN}": "3 6.0",
    "\N{ARABIC LETTER KHAH}": "5 6.0 kh 6.4",
    "\N{ARABIC LETTER TAH}": "6 6.0 tt 4.0",
    "\N{ARABIC LETTER HAH}": "7 6.0 h 3.6 hh 3.5",
    "\N{ARABIC LETTER QAF}": "8 5.0 9 4.0 kk 2.8 gh 2.0",
    "\N{ARABIC LETTER SAD}": "9 6.0 ss 3.5",
    "\N{ARABIC LETTER THAL}": "dh 6.0 th 4.0 z 2.0",
    "\N{ARABIC LETTER ZAH}": "dh 5.0 th 3.0",
    "\N{ARABIC LETTER DAD}": "dh 5.0 dd 3.0 z 1.0",
    "\N{ARABIC LETTER THEH}": "s 1.5 t 1.5",
    "\N{ARABIC LETTER JEEM}": "g 2.9 j 3.9",
    "\N{ARABIC LETTER DAL}": "dh 1.0",
}

# Persian, Kurdish and Urdu letters that Arabic writers borrow for sounds they lack, as the letters they write otherwise.
LETTERS_OF_OTHER_LANGUAGES: dict[int, str] = {
    ord("\N{ARABIC LETTER PEH}"): "\N{ARABIC LETTER BEH}",
    ord("\N{ARABIC LETTER TCHEH}"): "\N{ARABIC LETTER TEH}\N{ARABIC LETTER SHEEN}",
    ord("\N{ARABIC LETTER GAF}"): "\N{ARABIC LETTER GHAIN}",
    ord("\N{ARABIC LETTER VEH}"): "\N{ARABIC LETTER FEH}",
    ord("\N{ARABIC LETTER JEH}"): "\N{ARABIC LETTER JEEM}",
}
