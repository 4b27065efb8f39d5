/* SPDX-License-Identifier: MIT */
#include "classify/postal.h"

enum {
    PIECES_BEFORE = 7,
    PIECES_BEFORE_STREET = 2,
    PIECES_BEHIND = 4,
    PIECE_MOST = 60,
    TOWN_MOST = 30
};

struct walk {
    const struct postal_patterns *patterns;
    const struct name_grammar *grammar;
    struct slice text;
    postal_is_kept *is_kept;
    void *context;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* Words that say what a line is are of no address: "Decision Notice", "Dear Sir". */
static bool has_other_words(const struct walk *w, struct slice piece)
{
    struct slice rest = piece, word;
    while (slice_next_part(&rest, ' ', &word)) {
        word = slice_without_end(slice_without_end(word, "'s"), ",");
        enum mask_word kind = mask_words_kind(&w->grammar->words, word);
        bool is_capital = word.length && *word.bytes >= 'A' && *word.bytes <= 'Z';
        bool is_other = kind == MASK_WORD_ROLE || kind == MASK_WORD_BODY || kind == MASK_WORD_STOP;
        if (is_capital && is_other && !slice_is(word, "The"))
            return true;
    }
    return false;
}

static bool is_piece(const struct walk *w, struct slice piece, size_t most)
{
    struct pattern_match match;
    size_t begin = (size_t)(piece.bytes - w->text.bytes);
    return piece.length && piece.length <= most &&
           pattern_find_at(w->patterns->piece, piece, 0, &match) == PATTERN_FOUND &&
           match.end == piece.length && !has_other_words(w, piece) &&
           !w->is_kept(begin, begin + piece.length, w->context);
}

/* Of a piece that begins within a sentence what may be of the address: its last words. */
static struct slice tail_of(const struct walk *w, struct slice piece)
{
    struct pattern_match match;
    if (pattern_find(w->patterns->tail, piece, 0, &match) != PATTERN_FOUND)
        return (struct slice){piece.bytes, 0};
    const struct slice tail =
        slice_trim((struct slice){piece.bytes + match.begin, piece.length - match.begin});
    return is_piece(w, tail, PIECE_MOST) ? tail : (struct slice){piece.bytes, 0};
}

/* The piece before that byte, up to a comma or the end of a line; one blank line ends it all. */
static bool piece_before(const struct walk *w, size_t at, bool is_within, struct slice *ret)
{
    const char *bytes = w->text.bytes;
    size_t end = at;
    bool has_line = false, has_joint = is_within;
    while (end > 0 &&
           (is_blank(bytes[end - 1]) || bytes[end - 1] == ',' || bytes[end - 1] == '\n')) {
        if (is_within && !is_blank(bytes[end - 1]))
            return false;
        if (bytes[end - 1] == '\n' && has_line)
            return false;
        has_line |= bytes[end - 1] == '\n';
        has_joint |= !is_blank(bytes[end - 1]);
        end--;
    }
    size_t begin = end;
    while (begin > 0 && bytes[begin - 1] != ',' && bytes[begin - 1] != '\n' &&
           bytes[begin - 1] != ':' && bytes[begin - 1] != ';')
        begin--;
    *ret = slice_trim((struct slice){bytes + begin, end - begin});
    return has_joint && ret->length > 0;
}

static size_t walk_back(const struct walk *w, size_t begin, bool is_postcode)
{
    struct slice piece;
    int most = is_postcode ? PIECES_BEFORE : PIECES_BEFORE_STREET;
    if (is_postcode &&
        piece_before(w, begin, true, &piece)) { /* the town on the line of the postcode */
        struct slice part = is_piece(w, piece, PIECE_MOST) ? piece : tail_of(w, piece);
        if (part.length)
            begin = (size_t)(part.bytes - w->text.bytes);
        if (part.length < piece.length)
            return begin;
    }
    for (int i = 0; i < most && piece_before(w, begin, false, &piece); i++) {
        struct slice part = is_piece(w, piece, PIECE_MOST) ? piece : tail_of(w, piece);
        if (part.length)
            begin = (size_t)(part.bytes - w->text.bytes);
        if (part.length < piece.length)
            break;
    }
    return begin;
}

/* Towns and counties behind a street; behind the end of a line only where the street stood on a
 * line of its own, or a comma says so. */
static size_t walk_on(const struct walk *w, size_t begin, size_t end)
{
    const char *bytes = w->text.bytes;
    bool is_line = begin == 0 || bytes[begin - 1] == '\n';
    for (int i = 0; i < PIECES_BEHIND; i++) {
        size_t at = end;
        bool has_comma = false, has_line = false;
        while (at < w->text.length &&
               (is_blank(bytes[at]) || bytes[at] == ',' || bytes[at] == '\n')) {
            if (bytes[at] == '\n' && has_line)
                return end;
            has_comma |= bytes[at] == ',';
            has_line |= bytes[at] == '\n';
            at++;
        }
        size_t stop = at;
        while (stop < w->text.length && bytes[stop] != ',' && bytes[stop] != '\n' &&
               !(bytes[stop] == '.' && stop + 1 < w->text.length && bytes[stop + 1] == ' '))
            stop++;
        struct slice piece = slice_trim((struct slice){bytes + at, stop - at});
        const struct slice ended = slice_without_end(piece, ".");
        if (!(has_comma || (has_line && is_line)) || !is_piece(w, ended, TOWN_MOST))
            return end;
        end = (size_t)(ended.bytes - bytes) + ended.length;
        if (ended.length < piece.length)
            return end;
    }
    return end;
}

struct slice postal_around(const struct postal_patterns *patterns,
                           const struct name_grammar *grammar, struct slice text, size_t begin,
                           size_t end, bool is_postcode, postal_is_kept *is_kept, void *context)
{
    const struct walk w = {patterns, grammar, text, is_kept, context};
    size_t first = walk_back(&w, begin, is_postcode);
    size_t last = is_postcode ? end : walk_on(&w, begin, end);
    return (struct slice){text.bytes + first, last - first};
}
