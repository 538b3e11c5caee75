"""The article with its quotations and margin notes: one Streamlit component that shows, selects and corrects.

It shares the review pane's palette and small modules. Text offsets are code points on both sides of this package; the browser's UTF-16 units are
converted in `workbench/ui/component/assets/offsets.js` and nowhere else.
"""

from workbench.ui.article.reader import article_reader

__all__ = ["article_reader"]
