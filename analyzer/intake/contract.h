/* SPDX-License-Identifier: MIT
 * The data contract (DATA.md) as data: which files a pack may hold, their
 * columns, and what each column may say. The loader, `concord schema` and the
 * Table Schemas are all driven by one table, contract_table.h. It reads nothing.
 */
#ifndef CONCORD_INTAKE_CONTRACT_H
#define CONCORD_INTAKE_CONTRACT_H

#include "base/slice.h"
#include "domain/vocabulary.h"
#include "intake/contract_table.h"

enum column_type {
    COLUMN_TEXT,
    COLUMN_ADDRESS,     /* text that should be an address of the web */
    COLUMN_PATH,        /* the name of a file inside the pack */
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

struct contract_file {
    const char *name; /* responses.csv */
    const char *kind; /* responses */
    const char *title;
    const struct column *columns;
    size_t count;
    unsigned key; /* the columns that identify a row: bit i is columns[i] */
};

enum contract_file_no {
#define CONTRACT_FILE_NO(number, kind, prefix, columns, key, title) number,
    CONTRACT_FILES(CONTRACT_FILE_NO)
#undef CONTRACT_FILE_NO
        FILE_COUNT,
};

/* The columns of each file as the table calls them: FORCE_ID and so on, and FORCE_COLUMNS, how
 * many there are. */
#define COLUMN_NO(constant, name, type, need, words, aliases, description) constant,
#define COLUMN_NUMBERS(number, kind, prefix, columns, key, title)                                  \
    enum { columns(COLUMN_NO) prefix##_COLUMNS };
CONTRACT_FILES(COLUMN_NUMBERS)
COLUMN_NUMBERS(, , REVIEW, COLUMNS_OF_REVIEW, , )
#undef COLUMN_NUMBERS
#undef COLUMN_NO

/* No file of a pack has more, and none at all more than CONTRACT_COLUMNS. */
union contract_longest {
#define COLUMN_ROOM(number, kind, prefix, columns, key, title) char kind[prefix##_COLUMNS];
    CONTRACT_FILES(COLUMN_ROOM)
#undef COLUMN_ROOM
};
enum { CONTRACT_COLUMNS = REVIEW_COLUMNS };
_Static_assert(sizeof(union contract_longest) < 8 * sizeof(unsigned) &&
                   sizeof(union contract_longest) <= REVIEW_COLUMNS,
               "a bit of the key for each column");

extern const struct contract_file contract_files[FILE_COUNT];
extern const struct contract_file review_file;

/* The file of that name or kind, any case ("responses", "responses.csv"), or NULL. */
const struct contract_file *contract_find(const char *name);

/* The known file name nearest to `name`, or NULL where none is near. */
const struct contract_file *contract_nearest(const char *name);

/* A header in the form in which spellings are equal: ASCII lower case, without blanks,
 * underscores, hyphens, full stops, quotes and the marks * : # ?. Cuts what does not fit. */
enum { HEADER_BYTES = 128 };
void contract_fold_header(struct slice header, char out[HEADER_BYTES]);
/* Do two headers of any length fold alike? */
bool contract_same_header(struct slice a, struct slice b);

/* The column with that folded header: its index from 0, or -1; *ret_exact is false where the
 * header is only an alias, and where there is none. */
int contract_column(const struct contract_file *file, const char *folded, bool *ret_exact);

/* In plain words (static), what a cell of the column may hold ("a date: 2024-12-09, ..."). */
const char *column_type_text(enum column_type type);

#endif
