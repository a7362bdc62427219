"""Portuguese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="pt",
    letters="ãõ",
    hints="o a os as de do da dos das e que em um uma para com não por no na se mais como foi ao à são mas também seu sua "
    "ou ser quando muito já eu",
    titles="Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Profª Eng Arq Gen Cel Cap Ten Sgt D Exmo Exma Ilmo Ilma Rev Pe "
    "Fr Sto Sta Min Dep Sen Gov Pres",
    numbered="n nº n° núm p pp pág págs art arts cap caps fig figs vol tab inc § al jan fev mar abr mai jun jul ago set out "
    "nov dez tel km",
    measures="km cm mm kg mg g ml l h min seg hab a.m p.m a.C d.C",
    openers="às a em no na desde até por para de com durante",
    abbreviations="etc cia Cia Ltda Inc Corp S.A av Av pça tel dep depto ed col trad máx mín aprox jan fev mar abr mai jun jul ago "
    "set out nov dez seg ter qua qui sex sáb dom",
    inner="p.ex ex i.e cf vs N.B e.g",
    starters="o a os as um uma ele ela eles elas eu tu você vocês nós este esta isto esse essa isso aquele e mas ou porém se "
    "quando como onde porque embora enquanto que quem qual em no na nos nas com sem por para de do da ao à seu sua "
    "não sim também além assim depois antes então agora hoje ontem amanhã aqui ali há é são foi era todo todos cada "
    "outro segundo após",
    examples=(
        (
            "O Sr. Silva chegou às 8 h. ",
            "Ninguém o viu.",
        ),
        ("Ver pág. 7 do livro.",),
    ),
)
