/* SPDX-License-Identifier: MIT
 * What of a letter is its force's own words (SEMANTICS 73).
 */
#include "suites.h"
#include "table.h"

#include "base/text.h"
#include "letters/own_words.h"

#define FORM   "We can neither confirm nor deny that the information is held."
#define REASON "To say more would tell burglars which doors are watched at night."

static const struct {
    const char *what, *text, *own; /* passages with | between them, the names of forces left out */
} letters[] = {
    {"an answer alone", FORM, "we can neither confirm nor deny that the information is held."},
    {"names of forces are no words of anybody's",
     "Northmere Constabulary can neither confirm nor deny it. Westvale Police said so too.",
     "can neither confirm nor deny it. said so too."},
    {"the request is the applicant's",
     "Dear Mr Alder\n\nYou asked:\n\nDoes the force use Osprey Lens to read the telephones of "
     "people who were only seen near a demonstration?\n\nResponse\n\n" FORM "\n",
     "we can neither confirm nor deny that the information is held."},
    {"a question that is shown again",
     "Request\n\n1. How many licences are held by the force?\n\nResponse\n\nQuestion 1. How many "
     "licences are held by the force?\n" FORM "\n",
     "we can neither confirm nor deny that the information is held."},
    {"letterhead, greeting, reference and what was received",
     "Northmere Constabulary\nStation Road\nNorthmere NM1 1AA\n\nOur ref: 100/24\nDate: 3 May "
     "2024\n\nDear Ms Birch,\n\nThank you for your request for information, which reached us on 3 "
     "April 2024.\n\n" FORM "\n",
     "we can neither confirm nor deny that the information is held."},
    {"a text that begins with what the force says",
     "Two of our towns share one port and are small. Last spring a group collected replies such "
     "as this one. We decline to say either way.",
     "two of our towns share one port and are small. last spring a group collected replies such "
     "as this one. we decline to say either way."},
    {"a text in which nothing is told apart", "exempt under section 31", "exempt under section 31"},
    {"reasons, without their headings",
     FORM "\n\nHarm\n\n" REASON "\n\nPublic interest\n\nOpenness about spending has some weight "
          "with us.\n\nBalance\n\nOn balance the watch on doors weighs more than that.\n",
     "we can neither confirm nor deny that the information is held.|to say more would tell "
     "burglars which doors are watched at night.|openness about spending has some weight with "
     "us.|on balance the watch on doors weighs more than that."},
    {"the Act's words: duties, titles of exemptions, explanation",
     "Section 1 places two duties on public authorities: the first is to say whether information "
     "is held, the second to communicate it.\n\nResponse\n\n" FORM
     " The exemptions relied on are the following:\n\nSection 24(2) - National security\nSection "
     "31(3) - Law enforcement\n\nSection 31 is a qualified exemption which is based on "
     "prejudice.\n",
     "we can neither confirm nor deny that the information is held. the exemptions relied on are "
     "the following:"},
    {"what all letters end with",
     FORM "\n\nIf you are dissatisfied with this response you may ask for an internal review, and "
          "then complain to the Information Commissioner.\n\nYours sincerely\n\nA. Clerk\nThis "
          "e-mail is confidential.\n",
     "we can neither confirm nor deny that the information is held."},
    {"what is quoted",
     FORM "\n\n> Please tell me whether the force uses Osprey Lens at any of its stations.\n",
     "we can neither confirm nor deny that the information is held."},
    {"what an earlier letter said",
     "In our earlier reply you were told that no information is held.\n\n" FORM "\n",
     "we can neither confirm nor deny that the information is held."},
    {"the breaks of lines, hyphens and ligatures",
     "We can nei-\nther con\xc2\xad"
     "\xef\xac\x81rm nor deny that the\nINFORMATION is held.",
     "we can neither confirm nor deny that the information is held."},
    {"nothing", "", ""},
    {"a request and no more", "Request\n\nHow many officers have been trained to use it?\n", ""},
};

static struct own_words_reader *reader_for_tests(void)
{
    static const char *const names[] = {"Northmere Constabulary", "Westvale Police"};
    struct own_words_reader *reader = NULL;
    struct error err = {0};
    ck_assert_msg(own_words_reader_new(names, 2, &reader, &err), "%s:%ld: %s", err.source, err.line,
                  err.what);
    return reader;
}

/* In one form: words with single spaces, without the masks of names. */
static void spell(const struct slice *passages, size_t count, char *out, size_t size)
{
    *out = '\0';
    for (size_t i = 0; i < count; i++) {
        struct slice rest = passages[i];
        const char *before = i ? "|" : "";
        while ((rest = slice_trim(rest)).length) {
            size_t length = 0;
            while (length < rest.length && !strchr(" \n", rest.bytes[length]))
                length++;
            if (rest.bytes[0] != '@') {
                text_add(out, size, "%s%.*s", before, (int)length, rest.bytes);
                before = " ";
            }
            rest = (struct slice){rest.bytes + length, rest.length - length};
        }
    }
}

static void check_own(const char *text, const char *question, const char *expected,
                      const char *what)
{
    struct own_words_reader *reader = reader_for_tests();
    struct own_words words;
    char own[4096];
    own_words_find(reader, slice_of(text), &words);
    struct slice passages[32];
    ck_assert_uint_le(words.count, 32);
    spell(passages, own_words_of_question(&words, slice_of(question), passages), own, sizeof own);
    ck_assert_msg(strcmp(own, expected) == 0, "%s: %s", what, own);
    own_words_done(&words);
    own_words_reader_free(reader);
}

START_TEST(own_words_are_told)
{
    check_own(letters[_i].text, "", letters[_i].own, letters[_i].what);
}
END_TEST

#define THREE_ANSWERS                                                                              \
    "Request\n\n1. Is it used?\n2. How many officers use it?\n3. What did it "                     \
    "cost?\n\nResponse\n\n"                                                                        \
    "The departments were asked.\n\nQuestion 1\nIt is used at two stations.\n\nQuestions 2 and "   \
    "3\n"                                                                                          \
    "We neither confirm nor deny it.\n"

static const struct {
    const char *question, *own;
} questions[] = {
    {"", "the departments were asked.|question 1 it is used at two stations.|questions 2 and 3 we "
         "neither confirm nor deny it."},
    {"Q1", "the departments were asked.|question 1 it is used at two stations."},
    {"2", "the departments were asked.|questions 2 and 3 we neither confirm nor deny it."},
    {"Q3a", "the departments were asked.|questions 2 and 3 we neither confirm nor deny it."},
    {"Q9", "the departments were asked."},
    {"cost", "the departments were asked.|question 1 it is used at two stations.|questions 2 and 3 "
             "we neither confirm nor deny it."},
};

START_TEST(answers_to_other_questions_are_left_out)
{
    check_own(THREE_ANSWERS, questions[_i].question, questions[_i].own, questions[_i].question);
}
END_TEST

START_TEST(form_of_words_counts_whole)
{
    struct own_words_reader *reader = reader_for_tests();
    struct arena arena = {0};
    struct slice form = own_words_of_form(
        reader, &arena, slice_of("Request\n\nWestvale Police: nei-\nther. Yours sincerely"));
    char own[256];
    spell(&form, 1, own, sizeof own);
    ck_assert_str_eq(own, "request neither. yours sincerely");
    arena_done(&arena);
    own_words_reader_free(reader);
}
END_TEST

Suite *suite_letters_own_words(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/own_words", &tcase);
    ADD_TABLE_TEST(tcase, own_words_are_told, letters);
    ADD_TABLE_TEST(tcase, answers_to_other_questions_are_left_out, questions);
    tcase_add_test(tcase, form_of_words_counts_whole);
    return suite;
}
