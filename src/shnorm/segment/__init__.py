"""Sentences, words and paragraphs as spans that tile the text: ``"".join(spans.texts()) == text`` for any ``str``."""

from shnorm.segment.sentences import iter_paragraphs, iter_sentences, paragraphs, sentences
from shnorm.segment.words import Segmenter, iter_words, words

__all__ = ["Segmenter", "iter_paragraphs", "iter_sentences", "iter_words", "paragraphs", "sentences", "words"]
