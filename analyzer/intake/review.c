/* SPDX-License-Identifier: MIT
 * The decisions in a proposals.csv: checked as the columns of responses.csv are that they decide.
 * Errors: OUTPUT.
 */
#include "intake/codings.h"
#include "store/statements.h"

enum { DECISION_ACCEPT_A, DECISION_ACCEPT_B, DECISION_CHANGE, DECISION_NOT_A_RESPONSE };

static bool lacks(struct table *t, size_t column, const char *what, const char *advice)
{
    value_fault(&t->row, column, "empty-value", (struct slice){"", 0}, "%s", what);
    return value_suggest(&t->row, "%s", advice);
}

/* The column that somebody wrote a decision into, or -1. */
static int first_decided(const struct table *t)
{
    for (int i = REVIEW_DECISION + 1; i < REVIEW_DECIDED_BY; i++)
        if (t->row.values[i].is_known)
            return i;
    return -1;
}

/* Is "d_stance" given and readable as a stance? */
static bool check_decided(struct table *t, size_t column)
{
    static const size_t prefix = sizeof "d_" - 1;
    const struct value *value = &t->row.values[column];
    return !value->is_known || slice_is(value->text, "empty") ||
           codings_read_value(t, column, slice_of(t->contract->columns[column].name + prefix),
                              t->row.values[REVIEW_FORCE].number, value->text);
}

static bool review_check(struct table *t)
{
    const struct value *values = t->row.values;
    int decided = first_decided(t);
    if (!values[REVIEW_DECISION].is_known)
        return decided < 0 || lacks(t, REVIEW_DECISION, "there is a value, and no decision",
                                    "Write change, and what decided the row.");
    if (values[REVIEW_DECISION].number == DECISION_CHANGE && decided < 0)
        return lacks(t, REVIEW_D_STANCE, "nothing says what shall be changed",
                     "Write the right values into the columns d_..., \"empty\" for not known.");
    if (values[REVIEW_DECISION].number != DECISION_CHANGE && decided >= 0)
        return lacks(t, (size_t)decided, "a reading is accepted, and a value changed",
                     "Write change where a value is not as it was read.");
    if (!values[REVIEW_DECIDED_BY].is_known)
        return lacks(t, REVIEW_DECIDED_BY, "nothing says who decided",
                     "Give a role, never a person's name.");
    if (!values[REVIEW_DECIDED_ON].is_known)
        return lacks(t, REVIEW_DECIDED_ON, "nothing says when it was decided", "Give the day.");
    for (size_t i = REVIEW_DECISION + 1; i < REVIEW_DECIDED_BY; i++)
        if (!check_decided(t, i))
            return false;
    return true;
}

/* Each line stands for itself. */
static bool review_identify(struct table *t, enum identity *ret, long *ret_line, struct error *err)
{
    (void)t;
    (void)ret_line;
    (void)err;
    *ret = IDENTITY_FIRST;
    return true;
}

const struct plan review_plan = {
    .insert = STATEMENT("insert_review_line"), .check = review_check, .identify = review_identify};
