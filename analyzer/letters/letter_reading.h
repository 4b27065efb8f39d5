/* SPDX-License-Identifier: MIT
 * What a letter says, as rows for responses.csv, with the words that say it
 * (docs/design/LETTERS.md). All texts and arrays of a reading live in its arena; all spans are byte
 * offsets into the letter's own text.
 */
#ifndef CONCORD_LETTERS_LETTER_READING_H
#define CONCORD_LETTERS_LETTER_READING_H

#include "base/arena.h"
#include "domain/citation.h"
#include "domain/vocabulary.h"
#include "letters/letter_text.h"

/* Zones of a letter (LETTERS 1.1). */
#define LETTER_ZONES(_)                                                                            \
    _(ZONE_CHROME, "chrome")                                                                       \
    _(ZONE_HEAD, "head")                                                                           \
    _(ZONE_REQUEST, "request")                                                                     \
    _(ZONE_CLARIFICATION, "clarification")                                                         \
    _(ZONE_SEARCHES, "searches")                                                                   \
    _(ZONE_DUTIES, "duties")                                                                       \
    _(ZONE_DECISION, "decision")                                                                   \
    _(ZONE_ANSWERS, "answers")                                                                     \
    _(ZONE_EXEMPTIONS, "exemption_list")                                                           \
    _(ZONE_EXPLANATION, "explanation")                                                             \
    _(ZONE_HARM, "harm")                                                                           \
    _(ZONE_PUBLIC_INTEREST, "public_interest")                                                     \
    _(ZONE_BALANCE, "balance")                                                                     \
    _(ZONE_RESIDUAL, "residual")                                                                   \
    _(ZONE_ADVICE, "advice")                                                                       \
    _(ZONE_HISTORY, "history")                                                                     \
    _(ZONE_COMPLAINT, "complaint")                                                                 \
    _(ZONE_ANNEX, "annex")                                                                         \
    _(ZONE_QUOTED, "quoted")                                                                       \
    _(ZONE_WELSH, "welsh")                                                                         \
    _(ZONE_FOOTER, "footer")

enum letter_zone {
#define ZONE_CODE(code, word) code,
    LETTER_ZONES(ZONE_CODE)
#undef ZONE_CODE
        ZONE_COUNT
};

/* "exemption_list" */
const char *letter_zone_name(enum letter_zone zone);

struct letter_zone_run {
    enum letter_zone zone;
    struct letter_span place;
    const char *because; /* the id of the heading or cue that began it, or "" */
};

/* What a clause does, and why it counts or does not. */
struct letter_act {
    const char *act;       /* "HOLD+", as phrases.csv names it */
    const char *phrase;    /* the id of its row there */
    const char *mood;      /* plain, conditional, reported, interrogative */
    const char *scope;     /* all, questions, residual, covert */
    const char *weight;    /* decisive, supporting, boilerplate */
    const char *why_not;   /* NULL: it counts */
    const char *questions; /* "Q2;Q3", or "" for the whole letter */
    enum letter_zone zone;
    struct letter_span words;
};

/* The fields of a row that a letter can give. */
#define LETTER_FIELDS(_)                                                                           \
    _(LETTER_STANCE, "stance")                                                                     \
    _(LETTER_PARTIAL_NCND, "partial_ncnd")                                                         \
    _(LETTER_HELD_STATEMENT, "held_statement")                                                     \
    _(LETTER_USE_STATEMENT, "use_statement")                                                       \
    _(LETTER_EXEMPTIONS, "exemptions")                                                             \
    _(LETTER_HARM_TEST, "harm_test")                                                               \
    _(LETTER_PUBLIC_INTEREST_TEST, "public_interest_test")                                         \
    _(LETTER_LINK, "link")                                                                         \
    _(LETTER_STAGE, "stage")                                                                       \
    _(LETTER_REFERENCE, "reference")                                                               \
    _(LETTER_DATE_RECEIVED, "date_received")                                                       \
    _(LETTER_DATE_RESPONDED, "date_responded")

enum letter_field {
#define FIELD_CODE(code, word) code,
    LETTER_FIELDS(FIELD_CODE)
#undef FIELD_CODE
        LETTER_FIELD_COUNT
};

/* "stance" */
const char *letter_field_name(enum letter_field field);

struct letter_field_span {
    enum letter_field field;
    struct letter_span place;
};

/* How often such evidence was right (LETTERS 3.3); n is 0 where it was never counted. */
struct letter_confidence {
    const char *class; /* "C06 decisive one none" */
    double stance, row;
    int n;
};

/* One reading of one question, or of the whole letter. */
struct letter_row {
    const char *question_id; /* "" for the whole letter */
    char reading;            /* 'A', or 'B' for the other one of the same question */
    const char *coding_id;   /* "C06" */
    /* Values as responses.csv spells them; "" where the letter does not say. */
    const char *values[LETTER_FIELD_COUNT];
    enum position position;
    const char *flags; /* "cost_ncnd;zero_answer", in the order of flags.csv */
    bool review;
    struct letter_confidence confidence;
    struct letter_span main; /* the words that decide; empty where there are none */
    const struct letter_field_span *spans;
    size_t span_count;
};

struct letter_reading {
    struct arena arena;
    struct letter_row *rows; /* by question; A before B; none for an acknowledgement */
    size_t row_count;
    struct letter_zone_run *zones;
    size_t zone_count;
    struct letter_act *acts; /* all found, in the order of the text */
    size_t act_count;
    const char *flags; /* those of the letter as a whole, which its rows have too */
    const char *notes; /* "acknowledgement", "reported: ..." or "" */
};

void letter_reading_done(struct letter_reading *reading);

#endif
