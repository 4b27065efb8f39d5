/* SPDX-License-Identifier: MIT
 * What the styles of an OpenDocument text say of words and lists.
 */
#ifndef CONCORD_LETTERS_READING_ODT_STYLES_H
#define CONCORD_LETTERS_READING_ODT_STYLES_H

#include <libxml/tree.h>
#include <stdbool.h>

struct odt_styles;

/* Those that stand in the document itself, which are all that a person has set by hand. */
struct odt_styles *odt_styles_new(const xmlNode *root);
void odt_styles_free(struct odt_styles *styles);

bool odt_style_is_bold(const struct odt_styles *styles, const char *name);
bool odt_style_is_highlighted(const struct odt_styles *styles, const char *name);

/* What a list shows before its item of that number on that level, counted from 1: "2. ", "b) ", or
 * "* " where it has no numbers. The caller frees. */
char *odt_style_label(const struct odt_styles *styles, const char *list, int level, long number);

/* Where the list begins to count on that level. */
long odt_style_start(const struct odt_styles *styles, const char *list, int level);

#endif
