/* SPDX-License-Identifier: MIT
 * What the program reads in a letter of the corpus beside what people read in it.
 */
#ifndef CONCORD_TESTS_LETTERS_OUTCOME_H
#define CONCORD_TESTS_LETTERS_OUTCOME_H

#include "corpus.h"

#include "letters/confidence.h"

/* A letter in another shape: NULL is as it is in the corpus. */
struct letter_view {
    const struct letter_text *text, *other; /* other: the same words in another order */
    const char *force, *tool;
    bool questions_turned;
};

/* A reading, and whether the other order of the words reads differently: then all is for a
 * person. */
struct letter_seen {
    struct letter_reading reading;
    bool weaves;
};

void letter_see(struct letter_reader *reader, const struct corpus_letter *letter,
                const struct letter_view *view, struct letter_seen *ret);
void letter_seen_done(struct letter_seen *seen);

/* Is the row an A that a person need not look at? */
bool seen_is_sure(const struct letter_seen *seen, const struct letter_row *row);

/* The fields that make a row whole. */
static inline bool is_whole_row_field(int field)
{
    return field <= LETTER_STAGE;
}

/* Values alike; exemptions in any order. */
bool field_is_alike(int field, const char *a, const char *b);

enum coded { CODED_STANCE, CODED_PARTIAL, CODED_HELD, CODED_COUNT };

/* Values as numbers: those of the vocabulary, then nothing said, then no row. */
enum { CODES = 16, CODE_EMPTY = CODES - 2, CODE_LACKS = CODES - 1 };
const char *code_name(enum coded what, int code);

enum conflict { CONFLICT_NONE, CONFLICT_FLIP, CONFLICT_DENY };

/* Between two positions: confirm for neither, or the reverse, is a flip. */
enum conflict conflict_of(enum position a, enum position b);
/* Of what is sure in a reading with a row of gold. */
enum conflict conflict_with(const struct letter_seen *seen, const struct corpus_row *gold);

/* How one row of gold was read. */
struct outcome {
    const struct corpus_letter *letter;
    const struct corpus_row *gold;
    bool has_row;   /* of that very question */
    bool to_review; /* it, or what stands in for it */
    int should[CODED_COUNT], is[CODED_COUNT];
    bool field_right[LETTER_FIELD_COUNT];
    bool is_whole, has_flags;
    int citations_should, citations_is, citations_both;
    int span; /* 1 the words that decide are found, 0 they are not, -1 gold does not say */
    enum conflict conflict;
};

/* How right one row of a reading is, A or B. */
struct evidence {
    const struct corpus_letter *letter;
    char class[CONFIDENCE_CLASS_BYTES];
    bool is_a, stance_right, row_right;
    struct letter_confidence confidence; /* as the program gives it */
};

struct outcomes {
    struct outcome *items;
    size_t count, room;
    struct evidence *evidence;
    size_t evidence_count, evidence_room;
    size_t letters;
    size_t rows_too_many; /* A rows that no row of gold has */
};

void outcomes_add(struct outcomes *outcomes, const struct corpus_letter *letter,
                  const struct letter_seen *seen);
void outcomes_done(struct outcomes *outcomes);

/* One half as it is read. */
struct half {
    struct corpus corpus;
    struct letter_seen *seen; /* of each letter of it */
    struct outcomes outcomes;
};
void half_open(struct letter_reader *reader, enum corpus_half number, struct half *ret);
void half_close(struct half *half);

#endif
