"""The search in Chinese: two neighboring characters are one term, in the pages and in what is searched for.

Chinese puts no spaces between words. A dictionary may split a text in one way and a search in another, and then
nothing is found.
"""

import re

from sphinx.search.en import SearchEnglish

WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")
SPLITTER = """
var splitQuery = (query) => (query.match(/[\\u3400-\\u9fff]+|[\\p{Letter}\\p{Number}_]+/gu) || []).flatMap((found) =>
  [...found.matchAll(/[\\u3400-\\u9fff]+|[^\\u3400-\\u9fff]+/gu)].flatMap(([word]) =>
    /[\\u3400-\\u9fff]/u.test(word) && word.length > 1
      ? [...word].slice(1).map((character, i) => word[i] + character)
      : [word]));
"""


class SearchChinese(SearchEnglish):
    """Sphinx's search in English, which also finds Chinese."""

    lang = "zh"
    language_name = "English"  # It names the stemmer, which is for English words.
    js_splitter_code = SPLITTER

    def split(self, input):
        """Return the terms of a text: every Chinese character, every pair of neighbors, and every other word."""
        terms = []
        for word in WORD.findall(input):
            if "\u3400" <= word[0] <= "\u9fff":
                terms += [*word, *map("".join, zip(word, word[1:], strict=False))]
            else:
                terms.append(word)
        return terms

    def stem(self, word):
        """Return the stem of a word; Chinese has no endings."""
        return word if word > "\u3400" else super().stem(word)
