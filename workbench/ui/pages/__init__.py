"""The pages, in the order of the navigation."""

from collections.abc import Callable
from typing import NamedTuple

from workbench.ui.pages import export, library, new_article, review


class Page(NamedTuple):
    """A page: what the navigation calls it, its address, the function that draws it."""

    title: str
    path: str
    icon: str
    show: Callable[[], None]
    default: bool = False


PAGES: tuple[Page, ...] = (
    Page("Library", "library", ":material/library_books:", library.show, default=True),
    Page("New article", "new-article", ":material/note_add:", new_article.show),
    Page("Review", "review", ":material/rate_review:", review.show),
    Page("Export", "export", ":material/ios_share:", export.show),
)
