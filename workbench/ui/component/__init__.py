"""The review pane: one Streamlit component that owns the queue, the editor and everything a reviewer has not yet saved.

`review_pane` mounts it; what the browser sends back arrives as a `Sync`. The data it is given, and what it answers, is set out in
`workbench/ui/component/contract.py`. Text offsets are code points on both sides of this package; the browser's UTF-16 units are converted in
`assets/offsets.js` and nowhere else.
"""

from workbench.ui.component.contract import LiveCheck, Operation, Sync
from workbench.ui.component.pane import long_way, register_assets, review_pane

__all__ = ["LiveCheck", "Operation", "Sync", "long_way", "register_assets", "review_pane"]
