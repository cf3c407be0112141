from detente.events.codebook import Act, Codebook, Scores
from detente.lexicons.entries import ActLine, CameoLine, TypeLine

CODEBOOK = Codebook(
    [TypeLine("t1", "RETREAT", "", "", "", 2, 6.5), TypeLine("t2", "RETREAT", "withdraw", "", "", 2, 8.0)],
    [CameoLine("c1", "087", "", "RETREAT", "", 9.0)],
    [
        ActLine("a1", "AGREE", "RETREAT", "", "", "035"),
        ActLine("a2", "AGREE", "RETREAT", "withdraw", "", "0356"),
        ActLine("a3", "REJECT", "RETREAT", "", "yield", "124"),
    ],
)


def test_the_mode_s_score_counts_and_a_cameo_code_takes_its_parent_s() -> None:
    assert CODEBOOK.scores("RETREAT", ("withdraw",), "0874") == Scores(2, 8.0, 9.0)
    assert CODEBOOK.scores("RETREAT", (), "") == Scores(2, 6.5, None)
    assert CODEBOOK.scores("ASSAULT", (), "19") == Scores(None, None, None)


def test_the_act_performed_by_speaking_of_another() -> None:
    assert CODEBOOK.performed("AGREE", "RETREAT", ("withdraw",)) == Act("AGREE", (), "0356", "a2")
    assert CODEBOOK.performed("REJECT", "RETREAT", ("withdraw",)) == Act("REJECT", ("yield",), "124", "a3")
    assert CODEBOOK.performed("AGREE", "ASSAULT", ()) == Act("AGREE", (), "", "")
