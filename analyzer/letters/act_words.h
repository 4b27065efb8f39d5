/* SPDX-License-Identifier: MIT
 * What phrases.csv may call a row: an act (LETTERS 2), or a slot that says of an act in which mood,
 * scope or polarity it stands, and who speaks.
 */
#ifndef CONCORD_LETTERS_ACT_WORDS_H
#define CONCORD_LETTERS_ACT_WORDS_H

#define ACT_WORDS(_)                                                                               \
    _(ACT_WORD_HOLD, "HOLD+")                                                                      \
    _(ACT_WORD_PART, "HOLD-PART")                                                                  \
    _(ACT_WORD_NOT_HELD, "HOLD-")                                                                  \
    _(ACT_WORD_NCND, "NCND")                                                                       \
    _(ACT_WORD_NODUTY, "NODUTY")                                                                   \
    _(ACT_WORD_REST, "NCND-REST")                                                                  \
    _(ACT_WORD_USE_NCND, "USE-NCND")                                                               \
    _(ACT_WORD_USE, "USE+")                                                                        \
    _(ACT_WORD_NO_USE, "USE-")                                                                     \
    _(ACT_WORD_NOT_YET, "USE-NOT-YET")                                                             \
    _(ACT_WORD_YES, "YES")                                                                         \
    _(ACT_WORD_NO, "NO")                                                                           \
    _(ACT_WORD_GIVE, "GIVE")                                                                       \
    _(ACT_WORD_ANSWER, "ANSWER")                                                                   \
    _(ACT_WORD_WITHHOLD, "WITHHOLD")                                                               \
    _(ACT_WORD_S21, "S21")                                                                         \
    _(ACT_WORD_S22, "S22")                                                                         \
    _(ACT_WORD_COST1, "COST1")                                                                     \
    _(ACT_WORD_COST2, "COST2")                                                                     \
    _(ACT_WORD_VEX, "VEX")                                                                         \
    _(ACT_WORD_CLARIFY, "CLARIFY")                                                                 \
    _(ACT_WORD_EXTEND, "EXTEND")                                                                   \
    _(ACT_WORD_ACK, "ACK")                                                                         \
    _(ACT_WORD_TRANSFER, "TRANSFER")                                                               \
    _(ACT_WORD_UPHOLD, "UPHOLD")                                                                   \
    _(ACT_WORD_VARY, "VARY")                                                                       \
    _(ACT_WORD_OVERTURN, "OVERTURN")                                                               \
    _(ACT_WORD_NOTFOI, "NOTFOI")                                                                   \
    _(ACT_WORD_NOINFERENCE, "NOINFERENCE")                                                         \
    _(ACT_WORD_DOUBT, "DOUBT")                                                                     \
    _(ACT_WORD_FORMAT, "FORMAT")                                                                   \
    _(ACT_WORD_EFFORT, "EFFORT")                                                                   \
    _(ACT_WORD_REDUCED, "OUTSIDE")                                                                 \
    _(ACT_WORD_UNCLEAR, "UNCLEAR")                                                                 \
    _(ACT_WORD_CORRECTS, "CORRECTS")                                                               \
    _(ACT_WORD_NOTICE, "NOTICE")                                                                   \
    _(ACT_WORD_HARM, "HARM")                                                                       \
    _(ACT_WORD_FACTORS, "FACTORS")                                                                 \
    _(ACT_WORD_BALANCE, "BALANCE")                                                                 \
    _(ACT_WORD_ATTACHED_TEST, "TEST-ELSEWHERE")                                                    \
    _(ACT_WORD_REVIEW, "REVIEW")                                                                   \
    _(ACT_WORD_PERSON, "PERSON")                                                                   \
    _(ACT_WORD_RESIDUE, "RESIDUE")                                                                 \
    _(ACT_WORD_EIR, "EIR")                                                                         \
    _(ACT_WORD_DPA, "DPA")                                                                         \
    _(ACT_WORD_ZERO, "ZERO")                                                                       \
    _(ACT_WORD_MARKUP, "MARKUP")                                                                   \
    _(ACT_WORD_DOES, "DOES")                                                                       \
    _(ACT_WORD_SAME, "SAME")                                                                       \
    _(ACT_WORD_DOES_NOT, "DOES-NOT")                                                               \
    /* slots */                                                                                    \
    _(ACT_WORD_IF, "IF")                                                                           \
    _(ACT_WORD_TOLD, "TOLD")                                                                       \
    _(ACT_WORD_ASKED, "ASKED")                                                                     \
    _(ACT_WORD_OTHERS, "OTHERS")                                                                   \
    _(ACT_WORD_RESIDUAL, "RESIDUAL")                                                               \
    _(ACT_WORD_COVERT, "COVERT")                                                                   \
    _(ACT_WORD_DOUBLE, "DOUBLE")                                                                   \
    _(ACT_WORD_NEGATIVE, "NEGATIVE")                                                               \
    _(ACT_WORD_PENDING, "PENDING")                                                                 \
    _(ACT_WORD_REASON_EFFORT, "BECAUSE-EFFORT")                                                    \
    _(ACT_WORD_BORDER, "BORDER")                                                                   \
    _(ACT_WORD_ASKS_USE, "ASKS-USE")                                                               \
    /* of citations */                                                                             \
    _(ACT_WORD_RELIED, "RELIED")                                                                   \
    _(ACT_WORD_NOT_RELIED, "NOT-RELIED")                                                           \
    _(ACT_WORD_DESCRIBED, "DESCRIBED")                                                             \
    _(ACT_WORD_RELIED_BACK, "RELIED-BACK")                                                         \
    _(ACT_WORD_OTHER_LAW, "OTHER-LAW")                                                             \
    /* of answers that no act has read */                                                          \
    _(ACT_WORD_OF_DECISION, "OF-DECISION")                                                         \
    /* fields of the head */                                                                       \
    _(ACT_WORD_DATE, "DATE")                                                                       \
    _(ACT_WORD_REFERENCE, "REFERENCE")                                                             \
    _(ACT_WORD_DATE_RECEIVED, "DATE-RECEIVED")                                                     \
    _(ACT_WORD_DATE_RESPONDED, "DATE-RESPONDED")                                                   \
    _(ACT_WORD_DATE_MESSAGE, "DATE-MESSAGE")                                                       \
    _(ACT_WORD_DATE_REVIEW, "DATE-REVIEW")

enum act_word {
#define ACT_WORD_CODE(code, word) code,
    ACT_WORDS(ACT_WORD_CODE)
#undef ACT_WORD_CODE
        ACT_WORD_COUNT
};

#endif
