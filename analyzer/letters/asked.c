/* SPDX-License-Identifier: MIT */
#include "letters/asked.h"

static bool has_any(struct slice text, const char *const *parts)
{
    for (; *parts; parts++)
        if (memmem(text.bytes, text.length, *parts, strlen(*parts)))
            return true;
    return false;
}

static bool starts_with_any(struct slice text, const char *const *starts)
{
    for (; *starts; starts++)
        if (text.length >= strlen(*starts) && memcmp(text.bytes, *starts, strlen(*starts)) == 0)
            return true;
    return false;
}

bool asked_looks(struct slice text)
{
    static const char *const starts[] = {
        "please ",  "how many",     "how much",      "how often", "what ",     "which ",
        "do you",   "does ",        "has ",          "have you",  "is there",  "are there",
        "if so",    "if yes",       "a list of",     "a copy of", "copies of", "details of",
        "can you",  "could you",    "the number of", "who ",      "when ",     "where ",
        "whether ", "i would like", "did ",          "are you",   "any ",      "why ",
        "for what", "under which",  "on what",       NULL};
    static const char *const answers[] = {"please find",
                                          "please see",
                                          "please note",
                                          "please treat",
                                          "please be adv",
                                          "please accept",
                                          "please let",
                                          "please direct this",
                                          "please ask the",
                                          "please apply",
                                          "please contact",
                                          "please write back",
                                          "please refer",
                                          "please come back",
                                          "please turn to",
                                          "please try ",
                                          "please go to",
                                          "please approach",
                                          NULL};
    static const char *const told[] = {
        " is attached",   " is enclosed",    " are attached",  " are enclosed", " is held",
        " is maintained", " are maintained", " is kept",       " are kept",     " is available",
        " are available", " is published",   " are published", " is disclosed", " are disclosed",
        " accompanies",   " accompany",      " is not ",       " are not ",     " cannot be",
        " will be",       " has been",       " have been",     " are held",     " is set out",
        " are set out",   " is provided",    " are provided",  " is exempt",    " are exempt",
        " is below",      " are below",      " was ",          " is withheld",  NULL};
    static const char *const nouns[] = {"what you ",  "a list of",     "a copy of", "copies of",
                                        "details of", "the number of", NULL};
    static const char *const answered[] = {" answer is", " answer was", " reply is", ", yes",
                                           ", no,",      ", no:",       ", none",    NULL};
    static const char *const negatives[] = {"does not ", "has not ", "did not ", NULL};
    static const char *const matters[] = {"whether ", "what ", "which ", "when ", "where ",
                                          "who ",     "any ",  "if ",    NULL};
    static const char *const unsaid[] = {
        "neither confirm", "neither be ",      "nor den",     "not something",
        "not able to",     "unable to",        "we cannot",   "we can not",
        "we will not",     "we do not",        "we decline",  "is withheld",
        "is refused",      "is exempt",        "not be said", "not be confirm",
        "left unsaid",     "for us to say",    "not obliged", "not required",
        "not confirmed",   "not disclosed",    "we say ",     "we give ",
        " either way",     " confirm or deny", NULL};
    if (text.length && text.bytes[text.length - 1] == '?')
        return true;
    if (has_any(text, answered) || starts_with_any(text, negatives))
        return false;
    if (starts_with_any(text, matters) && has_any(text, unsaid))
        return false;
    if (starts_with_any(text, answers) || (starts_with_any(text, nouns) && has_any(text, told)))
        return false;
    return starts_with_any(text, starts);
}

bool asked_on(struct slice text)
{
    static const char *const starts[] = {
        "i would ", "i want ",  "i wish ",         "i need ",       "i require ", "i seek ",
        "i'd ",     "i mean ",  "i am interested", "i understand ", "my ",        "by this ",
        "please ",  "include ", "for each ",       "if so",         "if not",     "if yes",
        NULL};
    return starts_with_any(text, starts);
}

bool asked_by_applicant(struct slice text)
{
    static const char *const words[] = {"i", "my", "please", "your", "me", NULL};
    struct slice rest = text, word;
    while (slice_next_part(&rest, ' ', &word))
        for (const char *const *w = words; *w; w++)
            if (slice_is(word, *w))
                return true;
    return false;
}
