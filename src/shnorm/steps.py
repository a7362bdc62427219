"""The steps: their names, what each does, and its options; what each knows is loaded when it first runs.

A step is a value, a frozen dataclass that pickles, compares and hashes.  Rules, tables and engines live in the packages below
(``repair``, ``translation``, ``noise``, ``chinese``), so that importing shnorm and composing a pipeline cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from shnorm.errors import ConfigError
from shnorm.normalizer import Composable, normalizer, select
from shnorm.stage import Stage

if TYPE_CHECKING:
    from shnorm.noise.model import NoiseModel


def _one_of(known: Sequence[str], step: str, option: str, value: str) -> None:
    if value not in known:
        raise ConfigError(f"{step}({option}={value!r}): choose one of {', '.join(known)}")


@normalizer
class FixEncoding(Composable):
    """Give text that was decoded with the wrong code page back as it was written: whole lines, or stretches inside good text.

    A repair is made only if it can be undone byte by byte and if what comes out reads so much better, by frequencies of characters
    in the languages of the world, that chance is ruled out.  Where bytes were lost, what is certain comes back and each lost place
    stays U+FFFD; 锟斤拷 and the like are flagged (``Result.flags``) and stay.

    >>> FixEncoding()("The library鈥檚 page: 鍥句功棣嗙殑涔﹂兘寰堟棫")
    'The library’s page: 图书馆的书都很旧'
    """

    name: ClassVar[str] = "FixEncoding"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.repair.encoding import EncodingStage

        return (EncodingStage(self.disable),)


@normalizer
class NormalizeUnicode(Composable):
    """Compose characters, drop invisible ones that carry nothing, map radicals, full-width letters and look-alikes.

    Private characters, code points without a character and boxes in place of lost ones are flagged and stay.

    >>> NormalizeUnicode()("\\N{ZERO WIDTH NO-BREAK SPACE}⼈⼯智能２．０")
    '人工智能2.0'
    """

    name: ClassVar[str] = "NormalizeUnicode"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.repair.unicode import FAMILIES, UnknownStage

        return (*select(FAMILIES, self.disable), UnknownStage())


@normalizer
class RepairMarkup(Composable):
    """Decode entities, take out tags and their tails, comments, escapes and BBCode, unless the text is about such things.

    >>> RepairMarkup()("Tea &amp;amp; coffee<br>every day.</p>")
    'Tea & coffee\\nevery day.'
    """

    name: ClassVar[str] = "RepairMarkup"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.repair.markup import FAMILIES

        return select(FAMILIES, self.disable)


@normalizer
class StripNoise(Composable):
    """Remove noise: navigation, bylines, share bars, spam, related links, notices, footers; also where it is glued to good lines.

    ``categories``: only these (empty: all); ``keep``: these stay.  ``max_share``: a guard: if more than this share of a page (of what
    the certain lines leave) would go, only the certain lines go and the page is flagged.  ``model``: what a :class:`NoiseModel`
    learnt of the site.  ``disable``: rules to leave out, by dotted name or prefix.

    Whole lines go with their own line end; runs of blank lines that a removal left are closed to one.  What went, and why, is in
    ``Result.removals``.

    >>> StripNoise()("入夏以来，全县已经连续二十天没有下雨。\\n\\n分享到：微博 微信\\n")
    '入夏以来，全县已经连续二十天没有下雨。\\n\\n'
    """

    name: ClassVar[str] = "StripNoise"
    categories: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    max_share: float = 0.8
    model: NoiseModel | None = None
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.noise.stage import noise_stage

        return (noise_stage(self.categories, self.keep, self.max_share, self.model, self.disable),)


@normalizer
class NormalizeSpacing(Composable):
    """Blanks removed where none belongs, set where one is missing, and wrapped lines joined.

    ``disable``: dotted names or prefixes of rules to switch off.

    >>> NormalizeSpacing()("Wait , what ?", lang="en")
    'Wait, what?'
    >>> NormalizeSpacing()("我 们 的 工 厂 位 于 苏 州 。")
    '我们的工厂位于苏州。'
    """

    name: ClassVar[str] = "NormalizeSpacing"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.repair.spacing import FAMILIES

        return select(FAMILIES, self.disable)


@normalizer
class NormalizePunctuation(Composable):
    """Marks in the width and kind of the language around them, one where there were two, quotes paired.

    ``quotes``: ``"keep"`` (the style that the text uses), ``"straight"``, ``"curly"`` or ``"corner"`` (round Han).
    ``disable``: dotted names or prefixes of rules to switch off.  Raises :class:`~shnorm.errors.ConfigError` for another style.

    >>> NormalizePunctuation()("他说,明天会下雨。")
    '他说，明天会下雨。'
    >>> NormalizePunctuation()("Open the valve slowly，then check the gauge。", lang="en")
    'Open the valve slowly, then check the gauge.'
    """

    name: ClassVar[str] = "NormalizePunctuation"
    quotes: str = "keep"
    disable: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _one_of(("keep", "straight", "curly", "corner"), "NormalizePunctuation", "quotes", self.quotes)

    def stages(self) -> Sequence[Stage]:
        from shnorm.repair.punctuation import families

        return select(families(self.quotes), self.disable)


@normalizer
class RepairChinese(Composable):
    """Take out inserted pinyin, put back lost marks, correct characters that a converter got wrong.

    >>> RepairChinese()("版權(quán)說(shuō)明")
    '版權說明'
    """

    name: ClassVar[str] = "RepairChinese"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        from shnorm.chinese.damage import FAMILIES

        return select(FAMILIES, self.disable)


@normalizer
class RepairTranslation(Composable):
    """Repairs calque dates and measures, capitals, fused, split and doubled words, and repeated headlines of translated pages.

    ``level``: ``safe`` makes only repairs that hold wherever they stand, ``standard`` those that the sentence or the page
    proves, ``bold`` also likely ones (no rule is of that kind today, so it does what ``standard`` does).  ``disable``: rules or
    families by dotted name.  ``packs``: language packs, source and target language.  What is seen and left alone is listed in
    ``Result.flags``.

    Raises :class:`~shnorm.errors.ConfigError` for an unknown level and :class:`~shnorm.errors.UnknownNameError` for an unknown
    pack or rule.

    >>> RepairTranslation()("5 month 3 Japan, The reporter saw 380 Left and right ofthe staff.", lang="en")
    'On May 3, the reporter saw about 380 of the staff.'
    """

    name: ClassVar[str] = "RepairTranslation"
    level: Literal["safe", "standard", "bold"] = "standard"
    disable: tuple[str, ...] = ()
    packs: tuple[str, ...] = ("zh-en",)

    def stages(self) -> Sequence[Stage]:
        from shnorm.translation import LEVELS, load

        _one_of(tuple(LEVELS), "RepairTranslation", "level", self.level)
        families = [family for pack in self.packs for family in load(pack)]
        return select(families, self.disable, LEVELS[self.level])


@normalizer
class SimplifyChinese(Composable):
    """Traditional Chinese becomes Simplified, line by line where the text is Traditional; everything else stays.

    ``vocabulary``: turn words of Taiwan or Hong Kong into those of the mainland as well; ``region`` tells whose: ``"tw"``,
    ``"hk"``, ``"t"`` (nobody's) or ``"auto"`` (by the characters of the line).  Characters are converted alike for every region.
    ``quotes``: corner quotes become curly ones in what is converted.
    ``protect``: words that keep their characters, and ``words``: pairs (Traditional, Simplified) that go before any dictionary.
    ``rare``: allow characters that few fonts hold (otherwise only where the text uses such already).

    Raises :class:`~shnorm.errors.ConfigError` for an unknown region or an empty word.

    >>> SimplifyChinese()("他看著那本名著：「乾隆」")
    '他看着那本名著：“乾隆”'
    """

    name: ClassVar[str] = "SimplifyChinese"
    region: str = "auto"
    vocabulary: bool = False
    quotes: bool = True
    protect: tuple[str, ...] = ()
    rare: bool = False
    words: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _one_of(("auto", "tw", "hk", "t"), "SimplifyChinese", "region", self.region)
        words = self.words.items() if isinstance(self.words, dict) else self.words
        try:
            object.__setattr__(self, "words", tuple((str(a), str(b)) for a, b in words))
        except ValueError as error:
            raise ConfigError(f"SimplifyChinese(words={self.words!r}) takes pairs (Traditional, Simplified)") from error
        if not all(self.protect) or not all(a for a, _ in self.words):
            raise ConfigError("SimplifyChinese: an empty string in protect= or words= would match everywhere; remove it")

    def stages(self) -> Sequence[Stage]:
        from shnorm.chinese.simplify import Options, SimplifyStage

        return (SimplifyStage(Options(self.region, self.vocabulary, self.quotes, self.protect, self.rare, self.words)),)


@normalizer
class ToTraditional(Composable):
    """Simplified Chinese becomes Traditional, line by line where the text is Simplified.

    ``variant``: the standard to follow: ``"tw"`` (Taiwan), ``"hk"`` (Hong Kong) or ``"t"`` (OpenCC's own).
    ``vocabulary``: replace words of the mainland by those of the region as well.  ``quotes``: curly quotes become corner quotes.

    Raises :class:`~shnorm.errors.ConfigError` for an unknown variant.

    >>> ToTraditional(variant="tw")("他说：“这里的头发很乱。”")
    '他說：「這裡的頭髮很亂。」'
    """

    name: ClassVar[str] = "ToTraditional"
    variant: str = "tw"
    vocabulary: bool = False
    quotes: bool = True

    def __post_init__(self) -> None:
        _one_of(("tw", "hk", "t"), "ToTraditional", "variant", self.variant)

    def stages(self) -> Sequence[Stage]:
        from shnorm.chinese.traditional import TraditionalStage

        return (TraditionalStage(self.variant, self.vocabulary, self.quotes),)
