"""Swedish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="sv",
    letters="å",
    hints="och det är en att till av på för med de den som inte ett har var jag vi han hon om från men så kan ska blev "
    "också eller vid efter",
    titles="hr fr frk dr prof S:t St Jr Sr ing fil med tekn",
    numbered="nr s sid kap art fig bd § jan feb mars apr juni juli aug sep sept okt nov dec tel ca kl",
    measures="km cm mm kg mg g ml l min sek milj mdr kr f.Kr e.Kr",
    openers="kl i den om på från till sedan före efter vid",
    abbreviations="etc osv o.d m.m m.fl dyl Inc Ltd AB max min red tel adr avd resp",
    inner="t.ex dvs d.v.s bl.a s.k p.g.a i.e jfr vs ca inkl exkl ev fr.o.m t.o.m",
    starters="det den de han hon vi jag du en ett där här som och men eller för så då när om eftersom medan vad vem var varför "
    "hur i på av till med från efter vid inte nu sin hans hennes deras min alla många",
    examples=(
        (
            "Hr. Berg bor på S:t Eriksgatan. ",
            "Han trivs.",
        ),
        ("Se sid. 9 i boken.",),
    ),
)
