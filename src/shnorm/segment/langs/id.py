"""Indonesian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="id",
    also=("ms",),
    hints="yang dan di dengan untuk pada dari ini itu tidak dalam adalah ke oleh akan juga atau sebagai karena mereka",
    titles="dr Dr Ir Prof Drs Dra H Hj Sdr Sdri Bpk Yth Jl Jln",
    numbered="no hlm hal bab ayat tel",
    measures="km cm mm kg g l jam Rp",
    abbreviations="dll dsb dst PT Tbk Inc Ltd Co tgl",
    inner="mis cf vs a.n",
    starters="ini itu dia mereka kami kita saya anda ia dan tetapi namun jika ketika karena di pada dari untuk dengan apa "
    "siapa mengapa bagaimana",
    guest="en",
    examples=(
        (
            "Bpk. Budi datang. ",
            "Dia membawa buku.",
        ),
    ),
)
