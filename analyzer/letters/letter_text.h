/* SPDX-License-Identifier: MIT */
#ifndef CONCORD_LETTERS_LETTER_TEXT_H
#define CONCORD_LETTERS_LETTER_TEXT_H

/* The text of one letter, as the readers of files make it and the reading of letters takes it. */

#include <stdbool.h>
#include <stddef.h>

/* A span of a text: byte offsets, end exclusive, on borders of characters. */
struct letter_span {
    size_t begin, end;
};

/* A link whose words stand at `words` in the text. */
struct letter_link {
    struct letter_span words;
    char *address;
};

/* What a reader of files saw that the text alone does not show. */
enum letter_mark_kind {
    LETTER_MARK_COMMENT,   /* a comment of a word processor */
    LETTER_MARK_HIGHLIGHT, /* highlighted text */
    LETTER_MARK_TRACKED, /* an insertion or deletion that was not accepted or refused by a person */
    LETTER_MARK_BOLD,
    LETTER_MARK_CHROME, /* HTML: navigation, header, footer, cookies ...: no words of the letter */
    LETTER_MARK_QUOTED  /* HTML blockquote, a quoted message */
};
struct letter_mark {
    enum letter_mark_kind kind;
    struct letter_span place;
};

/* Valid UTF-8 with '\n' ends of lines, no NUL; owned, freed by letter_text_free. */
struct letter_text {
    char *text;
    size_t length;
    struct letter_link *links;
    size_t link_count;
    struct letter_mark *marks;
    size_t mark_count;
    char *sent;    /* date of an e-mail as YYYY-MM-DD, or NULL */
    char *subject; /* of an e-mail, title of a page, or NULL */
    char *sender;  /* of an e-mail, or NULL */
    char *address; /* where the page was found, if known, or NULL */
};

void letter_text_free(struct letter_text *text);

#endif
