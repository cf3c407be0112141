"""Parsed sentences for the tests of stance, one word a line as tests/trees.py reads them."""

# Norland neither confirmed nor denied that talks failed
NEITHER = """
Norland norland PROPN NNP nsubj 2
neither neither PRON DT preconj 2
confirmed confirm VERB VBD ROOT 2
nor nor CCONJ CC cc 2
denied deny VERB VBD conj 2
that that SCONJ IN mark 7
talks talk NOUN NNS nsubj 7
failed fail VERB VBD ccomp 4
"""

# Lee no longer believes that talks failed
NO_LONGER = """
Lee lee PROPN NNP nsubj 3
no no ADV RB neg 2
longer long ADV RB advmod 3
believes believe VERB VBZ ROOT 3
that that SCONJ IN mark 6
talks talk NOUN NNS nsubj 6
failed fail VERB VBD ccomp 3
"""

# Norland stopped short of accusing Sudria
SHORT_OF = """
Norland norland PROPN NNP nsubj 1
stopped stop VERB VBD ROOT 1
short short ADV RB advmod 1
of of ADP IN prep 2
accusing accuse VERB VBG pcomp 3
Sudria sudria PROPN NNP dobj 4
"""

# Norland pledged to pay Sudria
PLEDGED = """
Norland norland PROPN NNP nsubj 1
pledged pledge VERB VBD ROOT 1
to to PART TO aux 3
pay pay VERB VB xcomp 1
Sudria sudria PROPN NNP dobj 3
"""

# Lee told them to leave
TOLD_TO = """
Lee lee PROPN NNP nsubj 1
told tell VERB VBD ROOT 1
them they PRON PRP dobj 1
to to PART TO aux 4
leave leave VERB VB xcomp 1
"""

# " Open the gate now , " Lee said
OPEN_NOW = """
" " PUNCT `` punct 1
Open open VERB VB ccomp 8
the the DET DT det 3
gate gate NOUN NN dobj 1
now now ADV RB advmod 1
, , PUNCT , punct 8
" " PUNCT '' punct 8
Lee lee PROPN NNP nsubj 8
said say VERB VBD ROOT 8
"""

# Lee warned that his country would expel the envoy
OWN_SIDE = """
Lee lee PROPN NNP nsubj 1
warned warn VERB VBD ROOT 1
that that SCONJ IN mark 6
his his PRON PRP$ poss 4
country country NOUN NN nsubj 6
would would AUX MD aux 6
expel expel VERB VB ccomp 1
the the DET DT det 8
envoy envoy NOUN NN dobj 6
"""

# Lee is not convinced that talks failed
NOT_CONVINCED = """
Lee lee PROPN NNP nsubjpass 3
is be AUX VBZ auxpass 3
not not PART RB neg 3
convinced convince VERB VBN ROOT 3
that that SCONJ IN mark 6
talks talk NOUN NNS nsubj 6
failed fail VERB VBD ccomp 3
"""

# Lee cast doubt on the count
CAST_DOUBT = """
Lee lee PROPN NNP nsubj 1
cast cast VERB VBD ROOT 1
doubt doubt NOUN NN dobj 1
on on ADP IN prep 1
the the DET DT det 5
count count NOUN NN pobj 3
"""

# Norland denied having paid the men
HAVING = """
Norland norland PROPN NNP nsubj 1
denied deny VERB VBD ROOT 1
having having AUX VBG aux 3
paid pay VERB VBN xcomp 1
the the DET DT det 5
men man NOUN NNS dobj 3
"""

# Norland accused Sudria of claiming that talks failed
ACCUSED_OF = """
Norland norland PROPN NNP nsubj 1
accused accuse VERB VBD ROOT 1
Sudria sudria PROPN NNP dobj 1
of of ADP IN prep 1
claiming claim VERB VBG pcomp 3
that that SCONJ IN mark 7
talks talk NOUN NNS nsubj 7
failed fail VERB VBD ccomp 4
"""

# The paper said talks failed , citing a diplomat
CITING = """
The the DET DT det 1
paper paper NOUN NN nsubj 2
said say VERB VBD ROOT 2
talks talk NOUN NNS nsubj 4
failed fail VERB VBD ccomp 2
, , PUNCT , punct 4
citing cite VERB VBG advcl 4
a a DET DT det 8
diplomat diplomat NOUN NN dobj 6
"""
