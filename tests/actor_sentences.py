"""The sentences of actor_world.py, parsed by hand: tables as in trees.py.

A word marked ^ stands close to the word before it.
"""

SENTENCES = {
    "title": """
Arvian arvian ADJ JJ compound 2
Foreign foreign PROPN NNP compound 2
Ministry ministry PROPN NNP compound 3
spokeswoman spokeswoman NOUN NN compound 5
Anna anna PROPN NNP compound 5
Ruiz ruiz PROPN NNP nsubj 6
met meet VERB VBD ROOT 6
Orlan orlan PROPN NNP dobj 6
. . PUNCT . punct 6
""",
    "possessive": """
Arvia arvia PROPN NNP poss 2
^'s 's PART POS case 0
army army NOUN NN nsubj 3
left leave VERB VBD ROOT 3
. . PUNCT . punct 3
""",
    "attack": """
Arvia arvia PROPN NNP poss 2
^'s 's PART POS case 0
attack attack NOUN NN nsubj 3
failed fail VERB VBD ROOT 3
. . PUNCT . punct 3
""",
    "ally": """
Cestria cestria PROPN NNP poss 2
^'s 's PART POS case 0
ally ally NOUN NN nsubj 4
Belmora belmora PROPN NNP nsubj 4
agreed agree VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "both": """
Arvian arvian ADJ JJ amod 3
and and CCONJ CC cc 0
Belmoran belmoran ADJ JJ conj 0
warships warship NOUN NNS nsubj 4
sailed sail VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "list": """
Arvia arvia PROPN NNP nsubj 5
, , PUNCT , punct 0
Belmora belmora PROPN NNP conj 0
and and CCONJ CC cc 2
Cestria cestria PROPN NNP conj 2
signed sign VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "backed": """
Belmoran belmoran ADJ JJ npadvmod 2
^- - PUNCT HYPH punct 2
^backed back VERB VBN amod 3
rebels rebel NOUN NNS nsubj 4
fled flee VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "led": """
A a DET DT det 4
Arvian arvian PROPN NNP npadvmod 3
^- - PUNCT HYPH punct 3
^led lead VERB VBN amod 4
force force NOUN NN nsubj 5
left leave VERB VBN ROOT 5
. . PUNCT . punct 5
""",
    "embassy": """
The the DET DT det 2
Belmoran belmoran ADJ JJ amod 2
embassy embassy NOUN NN nsubj 5
in in ADP IN prep 2
Lenz lenz PROPN NNP pobj 3
closed close VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "place": """
They they PRON PRP nsubj 1
met meet VERB VBD ROOT 1
in in ADP IN prep 1
Lenz lenz PROPN NNP pobj 2
. . PUNCT . punct 1
""",
    "party": """
Lenz lenz PROPN NNP nsubj 1
warned warn VERB VBD ROOT 1
Belmora belmora PROPN NNP dobj 1
. . PUNCT . punct 1
""",
    "holder": """
The the DET DT det 3
Arvian arvian ADJ JJ amod 3
foreign foreign ADJ JJ amod 3
minister minister NOUN NN nsubj 4
resigned resign VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "of": """
The the DET DT det 1
president president NOUN NN nsubj 4
of of ADP IN prep 1
Belmora belmora PROPN NNP pobj 2
resigned resign VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "appos": """
Ivan ivan PROPN NNP compound 1
Petrov petrov PROPN NNP nsubj 7
, , PUNCT , punct 1
a a DET DT det 5
Arvian arvian ADJ JJ amod 5
diplomat diplomat NOUN NN appos 1
, , PUNCT , punct 1
left leave VERB VBN ROOT 7
. . PUNCT . punct 7
""",
    "appos2": """
The the DET DT det 3
Arvian arvian ADJ JJ amod 3
foreign foreign ADJ JJ amod 3
minister minister NOUN NN nsubj 8
, , PUNCT , punct 3
Viktor viktor PROPN NNP compound 6
Orlan orlan PROPN NNP appos 3
, , PUNCT , punct 8
left leave VERB VBD ROOT 8
. . PUNCT . punct 8
""",
    "former": """
Former former ADJ JJ amod 2
foreign foreign ADJ JJ amod 2
minister minister NOUN NN compound 3
Orlan orlan PROPN NNP nsubj 4
died die VERB VBD ROOT 4
. . PUNCT . punct 4
""",
    "unnamed": """
An an DET DT det 4
unnamed unnamed ADJ JJ amod 4
senior senior ADJ JJ amod 4
Arvian arvian ADJ JJ amod 4
official official NOUN NN nsubj 5
spoke speak VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "police": """
Police police NOUN NNS nsubj 3
in in ADP IN prep 0
Lenz lenz PROPN NNP pobj 1
fired fire VERB VBD ROOT 3
. . PUNCT . punct 3
""",
    "crowd": """
Five five NUM CD nummod 1
Arvians arvians PROPN NNPS nsubj 2
died die VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "media": """
The the DET DT det 2
Lenz lenz PROPN NNP compound 2
Courier courier PROPN NNP nsubj 3
reported report VERB VBD ROOT 3
it it PRON PRP dobj 3
. . PUNCT . punct 3
""",
    "journal": """
The the DET DT det 1
Courier courier PROPN NNP nsubj 2
agreed agree VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "language": """
He he PRON PRP nsubj 1
spoke speak VERB VBD ROOT 1
in in ADP IN prep 1
Arvian arvian PROPN NNP pobj 2
. . PUNCT . punct 1
""",
    "georgian": """
Michael michael PROPN NNP compound 1
Jordan jordan PROPN NNP nsubj 2
scored score VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "wrong": """
Belmoran belmoran ADJ JJ amod 2
foreign foreign ADJ JJ amod 2
minister minister NOUN NN compound 4
Viktor viktor PROPN NNP compound 4
Orlan orlan PROPN NNP nsubj 5
spoke speak VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "said": """
Orlan orlan PROPN NNP nsubj 1
said say VERB VBD ROOT 1
he he PRON PRP nsubj 4
would would AUX MD aux 4
go go VERB VB ccomp 1
. . PUNCT . punct 1
""",
    "denied": """
Arvia arvia PROPN NNP nsubj 1
denied deny VERB VBD ROOT 1
it it PRON PRP dobj 1
. . PUNCT . punct 1
""",
    "its": """
Arvia arvia PROPN NNP nsubj 1
said say VERB VBD ROOT 1
its its PRON PRP$ poss 3
army army NOUN NN nsubj 5
had have AUX VBD aux 5
left leave VERB VBN ccomp 1
. . PUNCT . punct 1
""",
    "it_clear": """
It it PRON PRP nsubj 1
is be AUX VBZ ROOT 1
clear clear ADJ JJ acomp 1
that that SCONJ IN mark 5
Arvia arvia PROPN NNP nsubj 5
left leave VERB VBD ccomp 1
. . PUNCT . punct 1
""",
    "met": """
Viktor viktor PROPN NNP compound 1
Orlan orlan PROPN NNP nsubj 5
and and CCONJ CC cc 1
Miles miles PROPN NNP compound 4
Hale hale PROPN NNP conj 1
met meet VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "two": """
The the DET DT det 1
two two NUM CD nsubj 2
agreed agree VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "officials": """
Both both DET DT det 1
officials official NOUN NNS nsubj 2
agreed agree VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "minister": """
The the DET DT det 1
minister minister NOUN NN nsubj 2
agreed agree VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "he": """
He he PRON PRP nsubj 1
agreed agree VERB VBD ROOT 1
. . PUNCT . punct 1
""",
    "surname": """
Orlan orlan PROPN NNP nsubj 1
agreed agree VERB VBD ROOT 1
. . PUNCT . punct 1
""",
    "army": """
The the DET DT det 1
army army NOUN NN nsubj 2
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "union": """
The the DET DT det 1
Union union PROPN NNP nsubj 2
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "hilmars": """
Hilmar hilmar ADJ JJ amod 1
forces force NOUN NNS nsubj 2
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "sea": """
Ships ship NOUN NNS nsubj 1
crossed cross VERB VBD ROOT 1
the the DET DT det 4
Arvian arvian PROPN NNP compound 4
Sea sea PROPN NNP dobj 1
. . PUNCT . punct 1
""",
    "taught": """
They they PRON PRP nsubj 1
teach teach VERB VBP ROOT 1
the the DET DT det 4
Belmoran belmoran ADJ JJ amod 4
language language NOUN NN dobj 1
. . PUNCT . punct 1
""",
    "rockets": """
Red red PROPN NNP compound 1
Front front PROPN NNP compound 2
rockets rocket NOUN NNS nsubj 3
fell fall VERB VBD ROOT 3
. . PUNCT . punct 3
""",
    "shared": """
The the DET DT det 1
presidents president NOUN NNS nsubj 6
of of ADP IN prep 1
Belmora belmora PROPN NNP pobj 2
and and CCONJ CC cc 3
Cestria cestria PROPN NNP conj 3
met meet VERB VBD ROOT 6
. . PUNCT . punct 6
""",
    "abroad": """
The the DET DT det 1
Arvians arvian PROPN NNPS nsubj 5
of of ADP IN prep 1
southern southern ADJ JJ amod 4
Cestria cestria PROPN NNP pobj 2
left leave VERB VBD ROOT 5
. . PUNCT . punct 5
""",
    "jets": """
Two two NUM CD nummod 2
F-16 f-16 PROPN NNP compound 2
fighters fighter NOUN NNS nsubj 3
left leave VERB VBD ROOT 3
. . PUNCT . punct 3
""",
    "opening": """
Orlan orlan NOUN NN nsubj 1
left leave VERB VBD ROOT 1
. . PUNCT . punct 1
""",
    "assembly": """
The the DET DT det 1
Assembly assembly PROPN NNP nsubj 2
met meet VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "stranger": """
Paul paul PROPN NNP compound 1
Orlan orlan PROPN NNP nsubj 2
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "latter": """
The the DET DT det 1
latter latter ADJ JJ nsubj 2
refused refuse VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "group": """
The the DET DT det 1
group group NOUN NN nsubj 2
refused refuse VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "nation": """
The the DET DT det 1
kingdom kingdom NOUN NN nsubj 2
refused refuse VERB VBD ROOT 2
. . PUNCT . punct 2
""",
    "front": """
Red red PROPN NNP compound 1
Front front PROPN NNP nsubj 2
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
""",
}
