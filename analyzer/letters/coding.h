/* SPDX-License-Identifier: MIT
 * The tables from acts to rows (LETTERS 3): datasets/reference/coding.csv, where the first rule
 * that holds decides, and flags.csv, which says what a person must look at.
 */
#ifndef CONCORD_LETTERS_CODING_H
#define CONCORD_LETTERS_CODING_H

#include "base/arena.h"
#include "base/error.h"
#include "domain/vocabulary.h"
#include "letters/act_words.h"

#include <stdint.h>

/* What holds of a block beside the acts in it. */
#define DERIVED_FACTS(_)                                                                           \
    _(FACT_DECISION, "DECISION")       /* any outcome, or a word on holding or use */              \
    _(FACT_OUTCOME, "OUTCOME")         /* any outcome */                                           \
    _(FACT_BASE, "BASE")               /* anything that a rest could be the rest of */             \
    _(FACT_NCND_EFFORT, "NCND-EFFORT") /* neither confirmed nor denied for the effort */           \
    _(FACT_CITES_NCND, "CITES-NCND")   /* a subsection that only excuses from saying whether */    \
    _(FACT_CITES_OTHER, "CITES-OTHER") /* another exemption */                                     \
    _(FACT_FORMULA, "FORMULA")         /* held, and then No */                                     \
    _(FACT_APART, "APART")             /* neither confirmed nor denied of a thing named apart */   \
    _(FACT_WHOLE, "WHOLE")             /* the whole letter is one block */

enum fact {
    FACT_FIRST_DERIVED = ACT_WORD_IF, /* slots are no facts */
#define FACT_CODE(code, word) code,
    FACT_BEFORE_DERIVED = FACT_FIRST_DERIVED - 1,
    DERIVED_FACTS(FACT_CODE)
#undef FACT_CODE
        FACT_COUNT
};

typedef uint64_t fact_set;

static inline fact_set fact_bit(int fact)
{
    return (fact_set)1 << fact;
}

enum { HELD_CHOICES_MAX = 6, NEEDS_MAX = 4, NO_STANCE = -1 };

/* "HOLD+=confirm;none": the first whose fact holds. */
struct held_choice {
    fact_set when; /* 0: always */
    enum held_statement held;
};

enum other_reading { OTHER_NONE, OTHER_AS_REST, OTHER_STANCE, OTHER_EARLIER };

struct coding_rule {
    const char *id;
    fact_set needs[NEEDS_MAX];
    size_t need_count;
    fact_set lacks;
    int stance;          /* NO_STANCE: no row, or that of the earlier answer */
    bool is_partial;     /* whatever else */
    bool may_be_partial; /* where the rest is neither confirmed nor denied */
    struct held_choice held[HELD_CHOICES_MAX];
    uint64_t flags;
    enum other_reading other;
    int other_stance;
    struct held_choice other_held[HELD_CHOICES_MAX];
};

struct flag {
    const char *name;
    bool needs_review;
};

enum { FLAGS_MAX = 64 };

struct coding_tables {
    struct arena arena;
    struct coding_rule *rules;
    size_t rule_count, rule_room;
    struct flag flags[FLAGS_MAX];
    size_t flag_count;
};

/* Errors, kind INPUT, with file and line. */
MUST_CHECK bool coding_load(struct coding_tables *ret, struct error *err);
void coding_done(struct coding_tables *tables);

/* The first rule that holds; the last of the table always does. */
const struct coding_rule *coding_find(const struct coding_tables *tables, fact_set facts);

enum held_statement coding_held(const struct held_choice *choices, fact_set facts);

/* The bit of a flag that the table must have. */
uint64_t coding_flag(const struct coding_tables *tables, const char *name);
bool coding_needs_review(const struct coding_tables *tables, uint64_t flags);
/* Their names with ; between, in the order of the table. */
char *coding_flag_names(const struct coding_tables *tables, uint64_t flags, struct arena *arena);

#endif
