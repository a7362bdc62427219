"""Spanish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="es",
    letters="¿¡ñ",
    hints="el la los las de del y en que un una es por con para se su al lo como más pero sus le ya este ha sí porque esta "
    "entre cuando muy sin sobre ser también fue",
    titles="Sr Sra Sres Sras Srta Srtas D Dña Dn Da Dr Dra Dres Drs Lic Ing Arq Prof Profa Gral Cnel Cap Tte Sgto Pbro Mons "
    "Fr Excmo Excma Ilmo Ilma Rvdo Sto Sta Gob Pdte Pdta Dir St Mtro Mtra Abg C.P Mt",
    numbered="núm nums núms n° nº no pág págs p pp art arts cap caps fig figs vol vols tomo párr párrf ap inc lín Mar ene feb "
    "mar abr may jun jul ago sep sept set oct nov dic lun mié jue vie sáb dom tel teléf ext § km v",
    measures="km cm mm kg mg g ml l h hs hrs min seg s m ha a.m p.m a.C d.C hab aprox mill",
    openers="a en el al desde hasta hacia por para de con sobre antes después durante",
    abbreviations="Atte etc cía Cía Co Ltda Inc Corp S.A S.L S.R.L Ud Uds Vd Vds EE.UU EE UU U.S av avda Av Avda pza pl ctra dpto depto "
    "admón Admón prov aprox máx mín izq der dcha apdo dir ed eds col trad ej min hs ene feb abr jun jul ago sept oct "
    "nov dic lun mié jue vie sáb dom",
    inner="p.ej ej i.e cf vs N.B e.g q.e.p.d",
    starters="el la los las un una unos unas lo al del él ella ellos ellas yo tú usted ustedes nosotros este esta estos estas "
    "ese esa eso esto aquel y e o pero mas sino si cuando como donde porque aunque mientras que qué quién cuál cómo "
    "dónde cuándo por para en con sin sobre entre desde hasta a de su sus mi mis tu se no sí también además así luego "
    "después antes entonces ahora hoy ayer mañana aquí allí hay es son fue era todo todos toda cada otro otra según "
    "sin embargo finalmente",
    examples=(
        (
            "El Sr. Pérez llegó a las 8 a.m. ",
            "La Sra. Gil no vino.",
        ),
        (
            "¿Qué hora es? ",
            "¡Ya es tarde!",
        ),
        ("Véase el art. 4 de la ley.",),
    ),
)
