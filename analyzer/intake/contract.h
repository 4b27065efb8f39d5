/* SPDX-License-Identifier: MIT
 * The data contract (DATA.md) as data: which files a pack may hold, their
 * columns, and what each column may say. The loader, `concord schema` and the
 * Table Schemas are all driven by this one table. It reads nothing.
 */
#ifndef CONCORD_INTAKE_CONTRACT_H
#define CONCORD_INTAKE_CONTRACT_H

#include "base/slice.h"
#include "domain/vocabulary.h"

enum column_type {
    COLUMN_TEXT,
    COLUMN_ID,          /* an identifier that this row defines, or a plain one */
    COLUMN_OWN_REQUEST, /* the identifier of the request that this row defines */
    COLUMN_REQUEST,
    COLUMN_QUESTION,
    COLUMN_FORCE,
    COLUMN_FORCE_OR_ANY, /* or "*" */
    COLUMN_COLLABORATION,
    COLUMN_TOOL,
    COLUMN_DATE,
    COLUMN_DATE_OR_YES, /* "yes": on a day not known */
    COLUMN_YES_NO,
    COLUMN_WORD,       /* of a fixed list */
    COLUMN_WORDS,      /* several of a fixed list */
    COLUMN_REGIME,     /* of a fixed list; any other word means `other` (SEMANTICS 44) */
    COLUMN_EXEMPTIONS, /* under the Act of the force */
    COLUMN_CITATIONS,  /* exemptions without a force */
    COLUMN_CITATION,   /* exactly one */
    COLUMN_NUMBER,
    COLUMN_TYPE_COUNT,
};

enum column_need {
    NEED_NOT,    /* the column may be missing and its cells empty */
    NEED_COLUMN, /* the column must be there; its cells may be empty */
    NEED_VALUE,  /* neither may be empty */
    NEED_EITHER, /* of the columns so marked, the file needs one at least */
};

struct column {
    const char *name;
    enum column_type type;
    enum column_need need;
    const struct vocabulary *words; /* of COLUMN_WORD, COLUMN_WORDS, COLUMN_REGIME */
    const char *aliases;            /* other headers for it, "A;B"; NULL: none */
    const char *description;
};

enum { CONTRACT_COLUMNS = 24 }; /* no file has more */

struct contract_file {
    const char *name; /* responses.csv */
    const char *kind; /* responses */
    const char *title;
    const struct column *columns;
    size_t count;
    unsigned key; /* the columns that identify a row: bit i is columns[i] */
};

/* In order of loading, which is the order of CONTRACT_FILES. */
#define CONTRACT_FILES(_)                                                                          \
    _(FILE_EXEMPTIONS, exemptions, "the statutory table of exemptions")                            \
    _(FILE_BANK_HOLIDAYS, bank_holidays, "days that are no working days")                          \
    _(FILE_FORCES, forces, "the registry of forces")                                               \
    _(FILE_COLLABORATIONS, collaborations, "which forces work together, and when")                 \
    _(FILE_TOOLS, tools, "the products that are asked about")                                      \
    _(FILE_REQUESTS, requests, "the requests put to forces")                                       \
    _(FILE_QUESTIONS, questions, "the numbered questions of a request")                            \
    _(FILE_GUIDANCE, guidance, "dated advice: what is expected when")                              \
    _(FILE_COMMITMENTS, commitments, "public commitments of forces")                               \
    _(FILE_ACKNOWLEDGEMENTS, acknowledgements, "what is formally in the public domain")            \
    _(FILE_CIRCULATION, circulation, "which force got which request")                              \
    _(FILE_WAIVERS, waivers, "findings that are accepted for a time")                              \
    _(FILE_RESPONSES, responses, "one row per question answered in one letter")

enum contract_file_no {
#define CONTRACT_FILE_NO(number, kind, title) number,
    CONTRACT_FILES(CONTRACT_FILE_NO)
#undef CONTRACT_FILE_NO
        FILE_COUNT,
};

extern const struct contract_file contract_files[FILE_COUNT];

/* The file of that name or kind, any case ("responses", "responses.csv"), or NULL. */
const struct contract_file *contract_find(const char *name);

/* The known file name nearest to `name`, or NULL where none is near. */
const struct contract_file *contract_nearest(const char *name);

/* A header in the form in which spellings are equal: ASCII lower case, without
 * spaces, underscores, hyphens and full stops. Cuts what does not fit. */
enum { HEADER_BYTES = 128 };
void contract_fold_header(struct slice header, char out[HEADER_BYTES]);
/* Do two headers of any length fold alike? */
bool contract_same_header(struct slice a, struct slice b);

/* The column with that folded header: its index, or -1; *ret_exact is false
 * where the header is only an alias. */
int contract_column(const struct contract_file *file, const char *folded, bool *ret_exact);

/* In plain words, what a cell of the column may hold ("a date: 2024-12-09, ..."). */
const char *column_type_text(enum column_type type);

/* The columns that the loader treats one by one. */
enum force_column {
    FORCE_ID,
    FORCE_NAME,
    FORCE_ALIASES,
    FORCE_NATION,
    FORCE_KIND,
    FORCE_REGIME,
    FORCE_AREA_CODE,
    FORCE_GRID_COL,
    FORCE_GRID_ROW,
    FORCE_ABBREVIATION,
    FORCE_ROCU,
};
enum collaboration_column { COLLABORATION_ID, COLLABORATION_NAME, COLLABORATION_FORCE };
enum tool_column {
    TOOL_ID,
    TOOL_NAME,
    TOOL_VENDOR,
    TOOL_ALIASES,
    TOOL_CATEGORY,
    TOOL_COVERT,
    TOOL_USES_AI,
    TOOL_PARENT
};
enum request_column {
    REQUEST_ID,
    REQUEST_TITLE,
    REQUEST_ALIASES,
    REQUEST_LOGGED,
    REQUEST_SCOPE,
    REQUEST_TOOL
};
enum question_column { QUESTION_REQUEST, QUESTION_ID };
enum guidance_column {
    GUIDANCE_ID,
    GUIDANCE_TITLE,
    GUIDANCE_REQUEST,
    GUIDANCE_TOOL,
    GUIDANCE_FROM,
    GUIDANCE_TO,
    GUIDANCE_CONDITION,
    GUIDANCE_STANCES
};
enum acknowledgement_column {
    ACKNOWLEDGEMENT_ID,
    ACKNOWLEDGEMENT_FORCE,
    ACKNOWLEDGEMENT_COLLABORATION,
    ACKNOWLEDGEMENT_TOOL,
    ACKNOWLEDGEMENT_TOPIC,
    ACKNOWLEDGEMENT_KIND,
    ACKNOWLEDGEMENT_PUBLISHER,
    ACKNOWLEDGEMENT_PUBLISHED,
    ACKNOWLEDGEMENT_WITHDRAWN
};
enum circulation_column {
    CIRCULATION_REQUEST,
    CIRCULATION_FORCE,
    CIRCULATION_RECEIVED,
    CIRCULATION_DATE
};
enum waiver_column {
    WAIVER_FINDING,
    WAIVER_RULE,
    WAIVER_FORCE,
    WAIVER_REQUEST,
    WAIVER_PARTIES,
    WAIVER_REASON,
    WAIVER_ROLE,
    WAIVER_EXPIRES,
    WAIVER_COLUMNS
};
enum holiday_column { HOLIDAY_DATE };
enum response_column {
    RESPONSE_ID,
    RESPONSE_FORCE,
    RESPONSE_REQUEST,
    RESPONSE_QUESTION,
    RESPONSE_TOPIC,
    RESPONSE_TOOL,
    RESPONSE_STAGE,
    RESPONSE_REFERENCE,
    RESPONSE_APPLICANT,
    RESPONSE_RECEIVED,
    RESPONSE_RESPONDED,
    RESPONSE_STANCE,
    RESPONSE_PARTIAL_NCND,
    RESPONSE_HELD,
    RESPONSE_EXEMPTIONS,
    RESPONSE_HARM_TEST,
    RESPONSE_PUBLIC_INTEREST_TEST,
    RESPONSE_LINK,
    RESPONSE_TEXT,
    RESPONSE_SOURCE_URL,
    RESPONSE_RETRIEVED_ON,
    RESPONSE_NOTE,
};

#endif
