"""Parsed sentences for the tests of claims, one word a line as tests/trees.py reads them."""

# The minister did not deny that talks failed
DENIED = """
The the DET DT det 1
minister minister NOUN NN nsubj 4
did do AUX VBD aux 4
not not PART RB neg 4
deny deny VERB VB ROOT 4
that that SCONJ IN mark 7
talks talk NOUN NNS nsubj 7
failed fail VERB VBD ccomp 4
"""

# Norland vowed to retaliate
VOWED = """
Norland norland PROPN NNP nsubj 1
vowed vow VERB VBD ROOT 1
to to PART TO aux 3
retaliate retaliate VERB VB xcomp 1
"""

# Sudria called for calm
CALLED_FOR = """
Sudria sudria PROPN NNP nsubj 1
called call VERB VBD ROOT 1
for for ADP IN prep 1
calm calm ADJ JJ amod 2
"""

# Norland accused Sudria of fraud
ACCUSED = """
Norland norland PROPN NNP nsubj 1
accused accuse VERB VBD ROOT 1
Sudria sudria PROPN NNP dobj 1
of of ADP IN prep 1
fraud fraud NOUN NN pobj 3
"""

# Officials were told that talks failed
WERE_TOLD = """
Officials official NOUN NNS nsubjpass 2
were be AUX VBD auxpass 2
told tell VERB VBN ROOT 2
that that SCONJ IN mark 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ccomp 2
"""

# The envoy is said to resign
IS_SAID = """
The the DET DT det 1
envoy envoy NOUN NN nsubjpass 3
is be AUX VBZ auxpass 3
said say VERB VBN ROOT 3
to to PART TO aux 5
resign resign VERB VB xcomp 3
"""

# Talks failed , the envoy said
SAID_AFTER = """
Talks talk NOUN NNS nsubj 1
failed fail VERB VBD ccomp 5
, , PUNCT , punct 5
the the DET DT det 4
envoy envoy NOUN NN nsubj 5
said say VERB VBD ROOT 5
"""

# As Lee noted , talks failed
AS_NOTED = """
As as SCONJ IN mark 2
Lee lee PROPN NNP nsubj 2
noted note VERB VBD advcl 5
, , PUNCT , punct 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ROOT 5
"""

# Lee left , saying that talks failed
SAYING = """
Lee lee PROPN NNP nsubj 1
left leave VERB VBD ROOT 1
, , PUNCT , punct 1
saying say VERB VBG advcl 1
that that SCONJ IN mark 6
talks talk NOUN NNS nsubj 6
failed fail VERB VBD ccomp 3
"""

# The deal means that trade grows
MEANS = """
The the DET DT det 1
deal deal NOUN NN nsubj 2
means mean VERB VBZ ROOT 2
that that SCONJ IN mark 5
trade trade NOUN NN nsubj 5
grows grow VERB VBZ ccomp 2
"""

# Lee conveyed that talks failed
CONVEYED = """
Lee lee PROPN NNP nsubj 1
conveyed convey VERB VBD ROOT 1
that that SCONJ IN mark 4
talks talk NOUN NNS nsubj 4
failed fail VERB VBD ccomp 1
"""

# The claim by Norland that Sudria lied spread
CLAIM_BY = """
The the DET DT det 1
claim claim NOUN NN nsubj 7
by by ADP IN prep 1
Norland norland PROPN NNP pobj 2
that that SCONJ IN mark 6
Sudria sudria PROPN NNP nsubj 6
lied lie VERB VBD acl 1
spread spread NOUN NN ROOT 7
"""

# Talks failed , according to the ministry
ACCORDING = """
Talks talk NOUN NNS nsubj 1
failed fail VERB VBD ROOT 1
, , PUNCT , punct 1
according accord VERB VBG prep 1
to to ADP IN prep 3
the the DET DT det 6
ministry ministry NOUN NN pobj 4
"""

# Lee is sure that talks failed
IS_SURE = """
Lee lee PROPN NNP nsubj 1
is be AUX VBZ ROOT 1
sure sure ADJ JJ acomp 1
that that SCONJ IN mark 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ccomp 2
"""

# Norland warned that it would strike
WARNED_OWN = """
Norland norland PROPN NNP nsubj 1
warned warn VERB VBD ROOT 1
that that SCONJ IN mark 5
it it PRON PRP nsubj 5
would would AUX MD aux 5
strike strike VERB VB ccomp 1
"""

# Norland warned residents to leave
WARNED_THEM = """
Norland norland PROPN NNP nsubj 1
warned warn VERB VBD ROOT 1
residents resident NOUN NNS dobj 1
to to PART TO aux 4
leave leave VERB VB xcomp 1
"""

# The army warned that floods would come
WARNED_EVENT = """
The the DET DT det 1
army army NOUN NN nsubj 2
warned warn VERB VBD ROOT 2
that that SCONJ IN mark 6
floods flood NOUN NNS nsubj 6
would would AUX MD aux 6
come come VERB VB ccomp 2
"""

# The envoy refused to say whether talks failed
REFUSED = """
The the DET DT det 1
envoy envoy NOUN NN nsubj 2
refused refuse VERB VBD ROOT 2
to to PART TO aux 4
say say VERB VB xcomp 2
whether whether SCONJ IN mark 7
talks talk NOUN NNS nsubj 7
failed fail VERB VBD ccomp 4
"""

# Lee does not believe that talks failed
NOT_BELIEVE = """
Lee lee PROPN NNP nsubj 3
does do AUX VBZ aux 3
not not PART RB neg 3
believe believe VERB VB ROOT 3
that that SCONJ IN mark 6
talks talk NOUN NNS nsubj 6
failed fail VERB VBD ccomp 3
"""

# The envoy , who said talks failed , left
WHO_SAID = """
The the DET DT det 1
envoy envoy NOUN NN nsubj 8
, , PUNCT , punct 1
who who PRON WP nsubj 4
said say VERB VBD relcl 1
talks talk NOUN NNS nsubj 6
failed fail VERB VBD ccomp 4
, , PUNCT , punct 8
left leave VERB VBN ROOT 8
"""

# Norland said it will withdraw
SAID_WILL = """
Norland norland PROPN NNP nsubj 1
said say VERB VBD ROOT 1
it it PRON PRP nsubj 4
will will AUX MD aux 4
withdraw withdraw VERB VB ccomp 1
"""

# If Lee said that talks failed , Kim left
IF_SAID = """
If if SCONJ IN mark 2
Lee lee PROPN NNP nsubj 2
said say VERB VBD advcl 8
that that SCONJ IN mark 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ccomp 2
, , PUNCT , punct 8
Kim kim PROPN NNP nsubj 8
left leave VERB VBD ROOT 8
"""

# Two officials said that talks failed
SOURCES = """
Two two NUM CD nummod 1
officials official NOUN NNS nsubj 2
said say VERB VBD ROOT 2
that that SCONJ IN mark 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ccomp 2
"""

# The report found that talks failed
REPORT = """
The the DET DT det 1
report report NOUN NN nsubj 2
found find VERB VBD ROOT 2
that that SCONJ IN mark 5
talks talk NOUN NNS nsubj 5
failed fail VERB VBD ccomp 2
"""

# Poll : Voters want change
HEADLINE = """
Poll poll NOUN NN dep 3
: : PUNCT : punct 3
Voters voter NOUN NNS nsubj 3
want want VERB VBP ROOT 3
change change NOUN NN dobj 3
"""

# The paper said that Lee said that talks failed
CHAIN = """
The the DET DT det 1
paper paper NOUN NN nsubj 2
said say VERB VBD ROOT 2
that that SCONJ IN mark 5
Lee lee PROPN NNP nsubj 5
said say VERB VBD ccomp 2
that that SCONJ IN mark 8
talks talk NOUN NNS nsubj 8
failed fail VERB VBD ccomp 5
"""

# Critics say the plan failed
CRITICS = """
Critics critic NOUN NNS nsubj 1
say say VERB VBP ROOT 1
the the DET DT det 3
plan plan NOUN NN nsubj 4
failed fail VERB VBD ccomp 1
"""

# I think the plan failed
I_THINK = """
I i PRON PRP nsubj 1
think think VERB VBP ROOT 1
the the DET DT det 3
plan plan NOUN NN nsubj 4
failed fail VERB VBD ccomp 1
"""
