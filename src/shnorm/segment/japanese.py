"""Japanese words without a dictionary: a lattice over kanji, kana and the closed classes of the language.

Particles, auxiliaries, demonstratives and the like are few and known; what is left are runs of kanji (cut into pairs, as most Sino-Japanese words
are), stems with their inflectional kana, and runs of katakana.  The cheapest way through is taken, by a Viterbi search whose states
are classes of words.  The units are short ones: 食べ|まし|た, 行っ|た, 東京|都.

It must not know anything but runs of Han and kana.  All lists were written for this module; costs were set by hand and checked on UD Japanese
GSD (F1 and ICU's beside it in ``docs/explanation/segmentation.md``).
"""

from __future__ import annotations

from shnorm.resources import Resource

# Classes of words: noun, particle, auxiliary or ending, predicate stem, other word, none (the border of the run).
_NOUN, _PARTICLE, _ENDING, _STEM, _OTHER, _NONE = range(6)

_PARTICLES = (
    "は が を に で と も の へ や か ね よ な から まで より など だけ しか ばかり ほど くらい ぐらい ながら のみ こそ "
    "さえ すら ずつ ば けど けれど けれども つつ ぞ ぜ わ とか やら にて さん くん ちゃん さま なんか なんて し"
)
_ENDINGS = (
    "た て だ です ます まし ませ ん ない なかっ なく なけれ れ られ れる られる せ させ せる させる う よう まい たい たく "
    "たかっ たら たり なら ず ぬ ざる べき べく らしい らしく そう みたい でし でしょ だっ だろ に な いる い いれ おり "
    "おる おら しまう しまっ しまい ある あり あっ あれ あろ ください くださる ちゃう ちゃっ じゃ てる とく ましょ でしょう "
    "だろう ましょう っぽい がち ごと"
)
_STEMS = (
    "する し さ すれ せよ なる なり なっ なれ なら いう いっ いい いわ おく おい おき みる み くる き こ くれる くれ もらう "
    "もらっ もらい あげる あげ やる やっ やり いく いき ゆく できる でき よる よっ より つく つい つき とる とっ とり もつ "
    "もっ もち しる しら かかる かかっ かかり つける つけ わかる わかっ わかり おもう おもっ ござい よい よく よかっ ほしい "
    "うまい すごい すごく おいしい とも すぎ すぎる ため つか いただき いただい いただける いただけ おける おけ しよ せ 見 "
    "得 出 着 寝 来 似 経"
)
_OTHERS = (
    "これ それ あれ どれ この その あの どの ここ そこ あそこ どこ こちら そちら どちら こう そう ああ どう こんな そんな "
    "あんな どんな こと もの ため とき ところ よう わけ はず ほう うち あと まま ころ かた たち ら など しかし 最も 必ず "
    "全く 特に 主に 既に 常に 初めて 主な やや 例えば 及び 又は 但し 更に 再び 少し ヶ月 ヶ所 ヶ国 か月 カ月 カ国 か所 カ所 "
    "また そして ただし なお まず もっと とても かなり すぐ まだ もう ほとんど すべて さらに ただ つまり たとえば なぜ いつ "
    "だれ なに みんな みな わたし あなた ぼく おれ かれ ひと つ とも たび おかげ せい ほか まわり いろいろ たくさん "
    "ちょっと やはり やっぱり もちろん たぶん きっと ずっと とにかく ようやく やがて いわゆる ある あらゆる もと もし "
    "なかなか あまり よく ごろ お ご ほど または および ならびに あるいは ところが そこで それで さて だから けっこう いま "
    "すでに さまざま とおり おすすめ いっぱい きれい ぶり なか なん め み"
)
_PREFIXES = "第 約 各 同 本 大 小 新 旧 前 元 全 総 再 最 非 無 不 未 両 毎 副 超 御"
_SUFFIXES = (
    "的 者 性 化 人 年 月 日 時 分 秒 県 市 町 村 区 都 府 州 国 駅 員 家 会 語 部 率 法 館 校 店 型 系 線 社 所 署 庁 省 "
    "局 課 氏 様 君 上 下 中 内 外 間 際 他 側 別 用 等 達 回 個 本 枚 台 名 歳 円 位 番 号 点 目 度 第 階 件 話 巻 章 条 "
    "代 期 式 製 版 軍 王 帝 戦 賞 権 派 党 層 族 類 種 品 物 機 車 船 城 寺 山 川 島 湾 港 橋 道 街 通 級 力 心 感 観 論 "
    "学 科 院 長 士 師 手 役 客 席 室 場 地 域 圏"
)
_SINGLES = (
    "私 彼 僕 俺 君 何 誰 今 前 後 中 上 下 人 事 物 者 時 所 方 年 月 日 頃 為 様 手 目 口 足 頭 顔 声 心 体 力 水 火 木 "
    "金 土 山 川 海 空 雨 雪 風 花 草 犬 猫 鳥 魚 馬 牛 肉 米 茶 酒 父 母 兄 弟 姉 妹 子 娘 妻 夫 親 男 女 朝 昼 夜 春 夏 "
    "秋 冬 東 西 南 北 左 右 内 外 間 隣 横 奥 側 先 次 元 他 町 村 市 県 国 島 店 家 車 道 駅 橋 城 寺 王 神 本 話 歌 曲 "
    "絵 色 味 形 音 数 点 線 型 役 席 際 例 旨 件 系 説 名 兵 軍 艦 弾 一 二 三 四 五 六 七 八 九 十 百 千 万 億"
)


class _Lexicon:
    def __init__(self) -> None:
        self.words: dict[str, list[tuple[int, float]]] = {}
        for words, kind, base in (
            (_PARTICLES, _PARTICLE, 3.0),
            (_ENDINGS, _ENDING, 3.2),
            (_STEMS, _STEM, 4.6),
            (_OTHERS, _OTHER, 4.4),
        ):
            for word in words.split():
                # A longer word explains more: it must cost less than the parts it could be taken for.
                self.words.setdefault(word, []).append((kind, base + 0.9 * (len(word) - 1)))
        self.longest = max(map(len, self.words))
        self.prefixes = frozenset(_PREFIXES.split())
        self.suffixes = frozenset(_SUFFIXES.split())
        self.singles = frozenset(_SINGLES.split())


_LEXICON: Resource[_Lexicon] = Resource("segment.japanese", _Lexicon)

# Cost of one class after another.
_LINKS: dict[tuple[int, int], float] = {
    (_NOUN, _NOUN): 0.6,
    (_NOUN, _PARTICLE): -0.8,
    (_NOUN, _ENDING): 1.2,
    (_NOUN, _STEM): 0.5,
    (_STEM, _ENDING): -1.2,
    (_STEM, _PARTICLE): 0.4,
    (_STEM, _NOUN): 0.8,
    (_STEM, _STEM): 1.5,
    (_ENDING, _ENDING): -0.6,
    (_ENDING, _PARTICLE): 0.3,
    (_ENDING, _STEM): 0.6,
    (_PARTICLE, _ENDING): 1.2,
    (_PARTICLE, _PARTICLE): 0.8,
    (_PARTICLE, _NOUN): -0.3,
    (_PARTICLE, _STEM): -0.2,
    (_OTHER, _PARTICLE): -0.6,
    (_NONE, _PARTICLE): 2.5,
    (_NONE, _ENDING): 2.5,
}

_INFLECTED = {  # kana after a kanji stem, by how much they show that the stem is a predicate
    1: {**dict.fromkeys("いうくぐすつぬぶむる", 4.6), **dict.fromkeys("っん", 4.4), **dict.fromkeys("えけげせべめれねへ", 5.0), "て": 7.5,
        **dict.fromkeys("きぎしちびみり", 4.8), **dict.fromkeys("かさたばまわ", 5.4), **dict.fromkeys("おこごそぼろよらが", 7.0),
        **dict.fromkeys("になとのもはを", 9.5)},
}  # fmt: skip
_TWO_KANA = (
    "きく きい きな さい さな さく かり かっ える ける げる せる てる ねる べる める れる いる きる ぎる しる じる "
    "ちる にる びる みる りる しい しく しか まる わる がる かる たる なる ばる さる ざる かい かく かな やか らか "
    "うる わっ まっ がっ なっ ばっ じっ しめ まり わり がり まれ けれ"
)
_TWO = frozenset(_TWO_KANA.split())


def _is_kanji(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in "々〇" or "\u3400" <= char <= "\u4dbf" or char >= "\U00020000"


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char in "ーヽヾ" or "\u31f0" <= char <= "\u31ff" or "\uff66" <= char <= "\uff9f"


def cut(run: str) -> list[str]:
    """The words of a run of Han and kana; joined they are the run.

    >>> cut("私は東京に行きました")
    ['私', 'は', '東京', 'に', '行き', 'まし', 'た']
    """
    lexicon = _LEXICON.get()
    size = len(run)
    infinity = 1e9
    # For each offset and class: (cost, where the word began, class before it).
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    best[0][_NONE] = (0.0, 0, _NONE)
    for i in range(size):
        states = best[i]
        if not states:
            continue
        for end, kind, cost in _candidates(run, i, lexicon):
            low, source = infinity, _NONE
            for before, (sofar, _, _) in states.items():
                total = sofar + _LINKS.get((before, kind), 0.0)
                if total < low:
                    low, source = total, before
            low += cost
            found = best[end].get(kind)
            if found is None or low < found[0]:
                best[end][kind] = (low, i, source)
    out: list[str] = []
    end, kind = size, min(best[size], key=lambda k: best[size][k][0])
    while end:
        _, start, before = best[end][kind]
        out.append(run[start:end])
        end, kind = start, before
    out.reverse()
    return out


def _candidates(run: str, i: int, lexicon: _Lexicon) -> list[tuple[int, int, float]]:
    """Words that may begin at ``i``: ``(end, class, cost)``; there is always one."""
    size = len(run)
    out: list[tuple[int, int, float]] = []
    head = run[i]
    for end in range(i + 1, min(size, i + lexicon.longest) + 1):
        for kind, cost in lexicon.words.get(run[i:end], ()):
            out.append((end, kind, cost))
    if _is_katakana(head):
        end = i + 1
        while end < size and _is_katakana(run[end]):
            end += 1
        out.append((end, _NOUN, 5.0))
        return out
    if _is_kanji(head):
        end = i + 1
        while end < size and end < i + 4 and _is_kanji(run[end]):
            end += 1
        count = end - i
        single = 5.1 if i and head in lexicon.suffixes else 5.5 if head in lexicon.prefixes or head in lexicon.singles else 7.4
        out.append((i + 1, _NOUN, single))
        if count >= 2:
            out.append((i + 2, _NOUN, 6.4))
        if count >= 3:
            out.append((i + 3, _NOUN, 12.4))
        for stem in range(1, min(count, 2) + 1):
            kana = i + stem
            if kana < size and "\u3041" <= run[kana] <= "\u3096":
                base = 0.0 if stem == 1 else 7.5 if run[kana] in "しさすせ" else 4.0
                out.append((kana + 1, _STEM, base + _INFLECTED[1].get(run[kana], 8.0)))
                if run[kana : kana + 2] in _TWO:
                    out.append((kana + 2, _STEM, 5.2 if stem == 1 else 9.2))
        return out
    if "\u3041" <= head <= "\u3096":
        for length, cost in ((1, 9.5), (2, 11.0), (3, 12.5), (4, 14.5), (5, 17.0)):
            end = i + length
            if end > size or (not "\u3041" <= run[end - 1] <= "\u309f" and run[end - 1] != "ー"):
                break
            out.append((end, _OTHER, cost))
    if not out:
        out.append((i + 1, _OTHER, 9.0))
    return out
