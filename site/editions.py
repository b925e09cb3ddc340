"""The languages of the website: English at its top, every other one in a folder, such as zh/, with the same pages."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

LANDING = "index.md"


@dataclass(frozen=True)
class Edition:
    """The website in one language: where its texts are in the repository, and where its pages go."""

    language: str  # as the notebooks name it
    locale: str  # as Sphinx names it
    name: str  # what a reader of the language calls it
    top: str  # folder of the pages in the website, such as "zh/"
    notebooks: str  # folder of the notebooks in the repository
    docs: str  # folder of the pages about it in the repository
    readme: str  # in the repository; the landing page stands for it
    landing: str  # in the folder of this file
    title: str
    documents: tuple = ()  # patterns of the other pages in the repository
    words: dict = field(default_factory=dict)  # {English: what the pages say instead}
    theme: dict = field(default_factory=dict)  # the same for names that the theme has in English only

    def say(self, english):
        """Return a short text of the pages in this language."""
        return self.words[english] if self.language != "en" else english

    def place(self, path):
        """Return where in the website a file of the repository becomes a page."""
        path = str(path)
        if path == self.readme:
            return f"{self.top}{LANDING}"
        for folder, name in ((self.notebooks, "notebooks"), (self.docs, "docs")):
            if path.startswith(f"{folder}/"):
                path = f"{name}/{path.removeprefix(f'{folder}/')}"
        return f"{self.top}{path}"

    def document(self, path):
        """Return what Sphinx calls the page of a file of the repository."""
        return str(PurePosixPath(self.place(path)).with_suffix("")).removeprefix(self.top)


ENGLISH = Edition(
    language="en",
    locale="en",
    name="English",
    top="",
    notebooks="notebooks",
    docs="docs",
    readme="README.md",
    landing="index.md",
    title="Neural networks from scratch",
    documents=(
        "notebooks/README.md",
        "docs/*.md",
        "CONTRIBUTING.md",
        "data/README.md",
        "helpers/engine/sandbox/README.md",
    ),
)

CHINESE = Edition(
    language="zh",
    locale="zh_CN",
    name="中文",
    top="zh/",
    notebooks="notebooks/zh",
    docs="docs/zh",
    readme="README.zh-CN.md",
    landing="index.zh.md",
    title="从零搭建神经网络",
    documents=("notebooks/zh/README.md", "docs/zh/*.md"),
    words={
        "Begin now, in your browser": "现在就在浏览器里开始",
        "Read the first notebook": "读第一个笔记本",
        "Open this notebook": "打开这个笔记本",
        "Open in your browser": "在浏览器里打开",
        "nothing to install": "什么也不用安装",
        "a computer of its own, for a while": "暂时借用一台计算机",
        "needs a Google account": "需要 Google 账号",
        "Binder": "Binder",
        "Colab": "Colab",
        "Download": "下载",
        "the notebook's file": "笔记本文件",
        "In the notebook, this picture has controls.": "在笔记本里，这张图可以操作。",
        "install everything, then open the first notebook": "安装一切，然后打开第一个笔记本",
        "in the course's folder": "在课程的文件夹里",
        "In NumPy, in notebooks\nthat explain your mistakes": "用 NumPy，写在笔记本里\n答错了，告诉你错在哪里",
        "the contributors to Deep learning from scratch": "《从零搭建神经网络》的各位贡献者",
        "the contributors; code BSD-3-Clause, text and figures CC BY 4.0": (
            "各位贡献者；代码采用 BSD-3-Clause 许可，文字和图采用 CC BY 4.0"
        ),
        "Two interleaved classes of points, separated by a network with one hidden layer": (
            "两类交错的点，由一个带一个隐藏层的网络分开"
        ),
        "Neural networks\nfrom scratch": "从零搭建\n神经网络",
    },
    theme={
        "Main": "主导航",
        "Page": "本页",
        "Color mode": "颜色模式",
        "System Settings": "跟随系统",
        "Toggle primary sidebar": "打开或关闭目录",
        "Toggle secondary sidebar": "打开或关闭本页目录",
    },
)

EDITIONS = (ENGLISH, CHINESE)
