/* SPDX-License-Identifier: MIT
 * The command line of a command as one table: what argp shows of each option, and where its
 * value goes. Options are named in full or by their letter. argp prints help and errors and ends
 * the program, as it does (exit codes 0 and 2).
 *
 *   static const struct command_option options[] = {
 *       {"json", 'j', NULL, "Print JSON", OPTION_INTO(struct settings, json)},
 *       {"tool", 't', "TOOL", "About that tool only", OPTION_INTO(struct settings, tool)},
 *       {0},
 *   };
 *   static const struct command_line command_line = {
 *       .options = options, .doc = "Tells ...", ARGUMENT_AUDIT(struct settings)};
 *   options_parse(&command_line, argc, argv, &settings);
 */
#ifndef CONCORD_CMD_OPTIONS_H
#define CONCORD_CMD_OPTIONS_H

#include "cmd/list_option.h"

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>

/* Puts the value of an option into its member of the settings, or ends the program with
 * argp_error. Texts live as long as argv. */
typedef void option_setter(void *member, char *value, struct argp_state *state);

/* Prints the option again, with a space before it; nothing where it was not given. */
typedef void option_printer(const void *member, FILE *out);

enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_LIST, /* bits of .list */
    OPTION_SET,  /* by .set alone */
};

struct command_option {
    const char *name;
    char letter;       /* 'j' for -j; 0: none */
    const char *value; /* what the help calls it; NULL: it takes none */
    const char *help;
    enum option_kind kind;
    size_t offset;                /* of the member of the settings */
    option_setter *set;           /* NULL: as the kind says */
    option_printer *print;        /* NULL: as the kind says */
    const struct list_word *list; /* of OPTION_LIST */
    const char *not_with;         /* an option of the table that leaves it nothing to do */
    bool needs_words;             /* a text that is trimmed and must not be empty */
    bool shapes_result;           /* options_text tells of it */
};

/* The kind follows from the member's type. */
#define OPTION_INTO(tag, member)                                                                   \
    .kind = _Generic(((tag *)0)->member, bool                                                      \
                     : OPTION_FLAG, const char *                                                   \
                     : OPTION_TEXT, unsigned                                                       \
                     : OPTION_LIST, default                                                        \
                     : OPTION_SET),                                                                \
    .offset = offsetof(tag, member)

enum { MOST_ARGUMENTS = 2 };

/* Any number of them, in the member of that name; owned by the settings, freed by their owner. */
struct argument_list {
    const char **items;
    size_t count, room;
};

struct command_line {
    const struct command_option *options; /* up to one without a name */
    const char *usage;                    /* of the arguments: "AUDIT.db FINDING" */
    const char *doc;
    size_t arguments[MOST_ARGUMENTS]; /* ARGUMENT_INTO each, in their order */
    bool takes_list;                  /* arguments[0] is an argument_list, which takes them all */
    size_t least, most;               /* how many there must and may be */
    const char *too_many;             /* "one AUDIT.db"; NULL: as argp says it */
    const char *missing;              /* "AUDIT.db is needed"; NULL: the usage */
    /* What must hold of them together: ends the program with argp_error, or completes them. */
    void (*check)(void *settings, struct argp_state *state);
};

#define ARGUMENT_INTO(tag, member)                                                                 \
    _Generic(((tag *)0)->member, const char * : offsetof(tag, member))
#define ARGUMENTS_INTO(tag, member)                                                                \
    .takes_list = true, .arguments = {_Generic(((tag *)0)->member, struct argument_list            \
                                               : offsetof(tag, member))}

/* The arguments of commands that read an audit. */
#define ARGUMENT_AUDIT(tag)                                                                        \
    .usage = "AUDIT.db", .arguments = {ARGUMENT_INTO(tag, database)}, .least = 1, .most = 1,       \
    .too_many = "one AUDIT.db", .missing = "AUDIT.db is needed"

/* Those of commands about one finding of an audit. */
#define ARGUMENT_FINDING(tag)                                                                      \
    .usage = "AUDIT.db FINDING",                                                                   \
    .arguments = {ARGUMENT_INTO(tag, database), ARGUMENT_INTO(tag, finding)}, .least = 2,          \
    .most = 2, .too_many = "one AUDIT.db and one FINDING",                                         \
    .missing = "AUDIT.db and FINDING are needed"

/* Fills the settings, which hold the defaults, from the command line. */
void options_parse(const struct command_line *line, int argc, char **argv, void *settings);

/* The options that shape the result, as typed, in the order of the table. The caller frees. */
char *options_text(const struct command_line *line, const void *settings);

#endif
