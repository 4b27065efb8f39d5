/* SPDX-License-Identifier: MIT
 * Text of any origin, UTF-8 or not, as HTML and CSS show it: it never ends the place in which it
 * stands. Control characters become U+FFFD, and characters that turn the text round are named
 * ("[U+202E]"). Write errors stay in the stream.
 */
#ifndef CONCORD_REPORT_ESCAPE_H
#define CONCORD_REPORT_ESCAPE_H

#include "base/slice.h"

#include <stdio.h>

/* Inside an element or a quoted attribute. */
void escape_html(FILE *out, struct slice text);

/* Inside a CSS string: letters, digits, spaces and what is not ASCII stand, the rest as \HEX. */
void escape_css_string(FILE *out, struct slice text);

/* Inside href="...", an address: what may not stand in one as it is, percent-encoded. */
void escape_address(FILE *out, struct slice text);

#endif
