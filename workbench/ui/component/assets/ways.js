// The ways from the browser to the server: the pane's own, on which only the pane is drawn anew, and the long one, on which the whole page is.
//
// Streamlit forgets a part of a page, and silently drops what is sent to it, when the last run of the whole page was cut short before it came there.
// What was not answered therefore goes the long way.

export const ways = { long: null };
