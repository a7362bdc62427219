"""Urdu."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="ur",
    letters="ےٹڈں",
    hints="کے میں کی ہے اور کا کو سے پر یہ نے کہ ہیں ایک بھی لیے نہیں تھا",
    guest="en",
    examples=(
        (
            "وہ گھر گیا۔ ",
            "تم کہاں ہو؟ ",
            "یہاں۔",
        ),
    ),
)
