/* SPDX-License-Identifier: MIT
 * Names of bodies that are not in the registry as they are written, words of others for what a
 * letter does, and brackets (SEMANTICS 5), with the reference data.
 */
#include "suites.h"
#include "table.h"

#include "domain/vocabulary.h"
#include "intake/loading.h"
#include "intake/word_book.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void load_row(struct loading *l, const char *force, const char *column, const char *value)
{
    char text[600];
    int length = snprintf(text, sizeof text,
                          "response_id,force_id,request_id,tool_id,%s\na,\"%s\",1/24,t,\"%s\"\n",
                          column, force, value);
    loading_begin(l);
    loading_write(l, "responses.csv", text, (size_t)length);
    loading_load(l, (struct intake_options){0});
}

#define BODY "No force of the registry: "

/* How an unknown name is answered: the beginning of the suggestion. */
static const struct {
    const char *name, *begins;
} names[] = {
    {"Kemt Police", "Did you mean Kent Police (kent) "},
    {"Hants", "Did you mean Hampshire and Isle of Wight Constabulary (hampshire)?"},
    {"Beds and Herts", "Write a row for each force."},
    {"Beds and Herts unit", "Did you mean Bedfordshire Police (bedfordshire) or Hertfordshire "},
    {"N Ireland", "Did you mean Police Service of Northern Ireland (northern-ireland)?"},
    {"W Yorks Police", "Did you mean West Yorkshire Police (west-yorkshire)?"},
    {"W Mids", "Did you mean West Midlands Police (west-midlands)?"},
    {"S. Yorks Constabulary", "Did you mean South Yorkshire Police (south-yorkshire)?"},
    {"Manchester", "Did you mean Greater Manchester Police (greater-manchester)?"},
    {"Police of Kent", "Did you mean Kent Police (kent)?"},
    {"North Wales Police / Heddlu Gogledd Cymru", "Did you mean North Wales Police (north-wales)?"},
    {"Heddlu Gwent / Gwent Police", "Did you mean Gwent Police (gwent)?"},
    {"Chief Constable of Kent Police", "Did you mean Kent Police (kent)?"},
    {"Joint unit of Kent Police, Essex Police",
     "Did you mean Kent Police (kent) or Essex Police (essex)?"},
    {"hertfordshire_police", "Did you mean Hertfordshire Constabulary (hertfordshire)?"},
    {"kent.police.uk", "Did you mean Kent Police (kent)?"},
    {"E23000032", "Did you mean Kent Police (kent)?"},
    {"e23000032", "Did you mean Kent Police (kent)?"},
    {"Fife Constabulary", BODY "it has been part of the Police Service of Scotland"},
    {"Strathclyde Police", BODY "it has been part of the Police Service of Scotland"},
    {"Lothian & Borders Police", BODY "it has been part of the Police Service of Scotland"},
    {"NPCC", BODY "the National Police Chiefs' Council"},
    {"National Police Chiefs' Council", BODY "the National Police Chiefs' Council"},
    {"ACRO", BODY "ACRO"},
    {"Kent PCC", BODY "a commissioner"},
    {"Kent Police and Crime Commissioner", BODY "a commissioner"},
    {"Port of Dover Police", BODY "a port police"},
    {"Essex County Council", BODY "a council"},
    {"Police", "Write it as forces.csv lists it"},
    {"Zzzz", "Write it as forces.csv lists it"},
};

START_TEST(unknown_name_is_answered)
{
    struct loading l;
    load_row(&l, names[_i].name, "stance", "ncnd");
    char sql[300];
    snprintf(sql, sizeof sql, "SELECT substr(suggestion, 1, %zu) FROM reject",
             strlen(names[_i].begins));
    loading_assert(&l, sql, names[_i].begins);
    loading_end(&l);
}
END_TEST

/* Short names that are in everybody's tables: read, and not only guessed at. */
static const struct {
    const char *name, *force;
} short_names[] = {
    {"A&S", "avon-and-somerset"},
    {"A & S Police", "avon-and-somerset"},
    {"D&C", "devon-and-cornwall"},
    {"Dyfed Powys", "dyfed-powys"},
    {"dyfed\xe2\x80\x91powys", "dyfed-powys"},
    {"N. Yorkshire", "north-yorkshire"},
    {"N Yorks", "north-yorkshire"},
    {"S. Yorks", "south-yorkshire"},
    {"W Yorkshire", "west-yorkshire"},
    {"W. Midlands", "west-midlands"},
    {"West Mids", "west-midlands"},
    {"N. Wales", "north-wales"},
    {"S Wales", "south-wales"},
    {"Wilts", "wiltshire"},
    {"Glos", "gloucestershire"},
    {"Warks", "warwickshire"},
    {"Derbys", "derbyshire"},
    {"Gtr Manchester", "greater-manchester"},
};

START_TEST(short_name_is_read)
{
    struct loading l;
    load_row(&l, short_names[_i].name, "stance", "ncnd");
    loading_assert(&l, "SELECT force_id FROM v_responses", short_names[_i].force);
    loading_end(&l);
}
END_TEST

/* A force's name with a bracket: the force, or the message of the reject. */
static const struct {
    const char *name, *read;
} brackets[] = {
    {"Metropolitan Police Service (MPS)", "metropolitan|"},
    {"Kent Police (Kent)", "kent|"},
    {"Kent Police (FOI team)", "kent|"},
    {"Kent Police (Police and Crime Commissioner)",
     "|\"Kent Police (Police and Crime Commissioner)\" names Kent Police (kent) and another body"},
    {"Kent Police (PCC)", "|\"Kent Police (PCC)\" names Kent Police (kent) and another body"},
    {"Kent Police (Police Federation)",
     "|\"Kent Police (Police Federation)\" names Kent Police (kent) and another body"},
    {"Kent Police (Police Authority)",
     "|\"Kent Police (Police Authority)\" names Kent Police (kent) and another body"},
    {"Kent Police (Police and Crime Panel)",
     "|\"Kent Police (Police and Crime Panel)\" names Kent Police (kent) and another body"},
    {"Kent Police (Essex Police)",
     "|\"Kent Police (Essex Police)\" names Kent Police (kent) and Essex Police (essex)"},
    {"Kent Police (Essex)", "|\"Kent Police (Essex)\" names Kent Police (kent) and Essex Police "
                            "(essex)"},
    {"Kent Police (joint with Essex Police)", "|\"Kent Police (joint with Essex Police)\" names "
                                              "Kent Police (kent) and Essex Police (essex)"},
    {"Kent Police (British Transport Police)",
     "|\"Kent Police (British Transport Police)\" names Kent Police (kent) and British Transport "
     "Police (btp)"},
};

START_TEST(bracket_is_read)
{
    struct loading l;
    load_row(&l, brackets[_i].name, "stance", "ncnd");
    loading_assert(&l, "SELECT (SELECT force_id FROM v_responses), (SELECT message FROM reject)",
                   brackets[_i].read);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

/* What a cell of a list is read as, or the beginning of what to do. */
static const struct {
    const char *column, *value, *read;
} words[] = {
    {"stance", "Not held", "not_held|"},
    {"stance", "NOT-HELD", "not_held|"},
    {"stance", "no response", "no_response|"},
    {"stance", "notheld", "not_held|"},
    {"stance", "No information held", "not_held|"},
    {"stance", "Information not held", "not_held|"},
    {"stance", "Neither confirm nor deny", "ncnd|"},
    {"stance", "Disclosed in full", "disclosed|"},
    {"stance", "Full disclosure", "disclosed|"},
    {"stance", "All information sent", "disclosed|"},
    {"stance", "Awaiting response", "no_response|"},
    {"stance", "waiting_clarification", "clarification|"},
    {"stance", "Exceeds appropriate limit - refused", "refused_cost|"},
    {"stance", "Vexatious request", "refused_vexatious|"},
    {"stance", "Refused", "|It does not say what was refused"},
    {"stance", "rejected", "|It does not say what was refused"},
    {"stance", "Partially successful", "|Say what the letter does with the rest"},
    {"stance", "partially_successful", "|Say what the letter does with the rest"},
    {"stance", "Exempt", "|It does not say whether information is held"},
    {"stance", "user_withdrawn", "|There is no letter of the force to judge"},
    {"stance", "internal_review", "|It is a stage, no outcome"},
    {"stance", "None", "|It says that nobody wrote it down"},
    {"stance", "null", "|It says that nobody wrote it down"},
    {"stance", "nil", "|It says that nobody wrote it down"},
    {"stance", "no", "|It does not say what was answered"},
    {"stance", "Yes", "|It does not say what was answered"},
    /* holding an answer is not using a tool */
    {"stance,use_statement", "ncnd\",\"Not used", "ncnd|"},
    {"stance,use_statement", "ncnd\",\"Held", "|Holding information is not using a tool"},
    {"stance,use_statement", "ncnd\",\"Not held", "|Holding information is not using a tool"},
    {"stance,held_statement", "ncnd\",\"Held", "ncnd|"},
    {"stance", "Partially held", "|held_part where some of it is held"},
    {"stance", "Part-held", "|held_part where some of it is held"},
    {"stance", "held in part", "|held_part where some of it is held"},
    {"stance", "sum of it held", "|It does not say what the letter does"},
    {"stance", "sort held", "|It does not say what the letter does"},
    {"stance", "nod_held", "|Did you mean not_held?"},
    {"stance", "Held", "|It does not say what the letter does"},
    /* one beside something else, several, one that says too little beside another, and a no */
    {"stance", "NCND s31(3)", "|Did you mean ncnd? What else"},
    {"stance", "Not held - s1(1)(a)", "|Did you mean not_held? What else"},
    {"stance", "Outcome: neither confirm nor deny", "|Did you mean ncnd? What else"},
    {"stance", "NCND/Not held", "|It says several: ncnd and not_held."},
    {"stance", "Disclosed; NCND; vexatious",
     "|It says several: disclosed, ncnd and refused_vexatious."},
    {"stance", "NCND (neither confirm nor deny)", "|Did you mean ncnd? What else"},
    {"stance", "Exempt s31", "|It does not say whether information is held"},
    {"stance", "Partially disclosed, rest NCND", "|Say what the letter does with the rest"},
    {"stance", "Not disclosed", "|Write one of: disclosed"},
    {"stance", "No NCND", "|Write one of: disclosed"},
    {"stance", "never disclosed or NCND", "|Write one of: disclosed"},
    {"stance", "disclozed", "|Did you mean disclosed?"},
    {"stance", "nope", "|Write one of: disclosed"},
    {"stance,stage", "ncnd\",\"Internal review", "ncnd|"},
    {"stance,stage", "ncnd\",\"Review", "ncnd|"},
};

START_TEST(word_of_others_is_read)
{
    struct loading l;
    load_row(&l, "kent", words[_i].column, words[_i].value);
    char sql[300];
    const char *suggestion = strchr(words[_i].read, '|') + 1;
    snprintf(sql, sizeof sql,
             "SELECT (SELECT stance FROM v_responses), (SELECT substr(suggestion, 1, %zu) FROM "
             "reject)",
             strlen(suggestion));
    loading_assert(&l, sql, words[_i].read);
    loading_end(&l);
}
END_TEST

/* SEMANTICS 53: bodies beside those of the registry, and rows in place of its own. */
static const struct {
    struct loading_file files[LOADING_FILES];
    const char *sql, *expected;
} packs[] = {
    {{{"forces_extra.csv", "force_id,name,kind,regime\npcc-kent,Commissioner of Kent,other,FOIA\n"},
      {"responses.csv",
       "response_id,force_id,request_id,tool_id,stance\na,commissioner of kent,1/24,t,ncnd\n"
       "b,Kent Police,1/24,t,ncnd\n"}},
     "SELECT response_id, force_id FROM v_responses",
     "a|pcc-kent;b|kent"},
    {{{"forces_extra.csv", "force_id,name,aliases,regime\nKENT,Kent Force,K1,FOISA\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,stance\na,kent,1/24,t,ncnd\n"
                        "b,K1,1/24,t,ncnd\nc,Kent Police,1/24,t,ncnd\n"}},
     "SELECT response_id, force_id, (SELECT regime FROM force WHERE force_id = 'KENT'), (SELECT "
     "count(*) FROM force WHERE lower(force_id) = 'kent'), (SELECT value FROM reject) FROM "
     "v_responses",
     "a|KENT|FOISA|1|Kent Police;b|KENT|FOISA|1|Kent Police"},
    {{{"forces.csv", "force_id,name,regime\na,A,FOIA\nb,B,FOIA\n"},
      {"forces_extra.csv", "force_id,name,regime\nB,Bee,FOISA\nc,C,FOIA\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,stance\na,c,1/24,t,ncnd\n"}},
     "SELECT force_no, force_id, name FROM force ORDER BY force_no",
     "1|B|Bee;2|a|A;3|c|C"},
    /* SEMANTICS 57 */
    {{{"tools.csv", "tool_id,name,aliases,uses_ai\nargus,Argus Insight,The Eye,yes\n"},
      {"commitments.csv", "commitment_id,title,force_id,applies_to\n"
                          "a,A,*,argus\nb,B,*,Argus  insight\nc,C,*,THE EYE\nd,D,*,Uses AI; lamp\n"
                          "e,E,*,nothing\nf,F,*,\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,stance\na,kent,1/24,Lamp,ncnd\n"}},
     "SELECT c.commitment_id, t.tool_id, (SELECT line || message FROM notice WHERE code = "
     "'unknown-scope') FROM commitment_scope s JOIN commitment c USING (commitment_no) LEFT JOIN "
     "tool t USING (tool_no) WHERE c.commitment_id > 'a'",
     "b|argus|6applies_to of \"e\": \"nothing\" is neither a tool nor uses_ai, and the commitment "
     "covers nothing by it; write the tool as tools.csv lists it;"
     "c|argus|6applies_to of \"e\": \"nothing\" is neither a tool nor uses_ai, and the commitment "
     "covers nothing by it; write the tool as tools.csv lists it;"
     "d||6applies_to of \"e\": \"nothing\" is neither a tool nor uses_ai, and the commitment "
     "covers nothing by it; write the tool as tools.csv lists it;"
     "d|Lamp|6applies_to of \"e\": \"nothing\" is neither a tool nor uses_ai, and the commitment "
     "covers nothing by it; write the tool as tools.csv lists it"},
    {{{"tools.csv", "tool_id,name\na,Same\nb,Same\n"},
      {"commitments.csv", "commitment_id,title,force_id,applies_to\na,A,*,a; Same\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,stance\na,kent,1/24,a,ncnd\n"}},
     "SELECT column_name, code, value FROM reject",
     "applies_to|ambiguous-name|Same"},
    /* SEMANTICS 49 */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,stance,use_statement\n"
                        "a,kent,1/24,t,disclosed,Not in use\nb,essex,1/24,t,other,Uses it\n"}},
     "SELECT response_id, use_statement FROM v_responses",
     "a|deny;b|confirm"},
    /* SEMANTICS 55 */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,stance,exemptions\n"
                        "a,kent,1/24,t,ncnd,12(4)(b); EIR 12(5)(b)\nb,essex,1/24,t,ncnd,12(4)(b)\n"
                        "c,police-scotland,1/24,t,ncnd,10(4)(d)\nd,kent,1/24,t,ncnd,12(1)\n"}},
     "SELECT line, rows, substr(message, 1, instr(message, ' lacks') + 5) FROM notice WHERE code = "
     "'limb-of-regulations'",
     "2|2|2 rows cite 12(4)(b), which FOIA lacks;4|1|1 row cites 10(4)(d), which FOISA lacks"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,stance,exemptions\n"
                        "a,kent,1/24,t,ncnd,FOISA 18; EIR 12(6); DPA 45; 24(2); 99\n"}},
     "SELECT c.citation, c.act, c.is_ncnd, c.section_in, s.ncnd_key FROM exemption_citation c JOIN "
     "exemption_set s USING (set_no) ORDER BY c.ordinal",
     "DPA 45|DPA|0|apart|24(2);EIR 12(6);FOISA 18;EIR 12(6)|EIR|1|apart|24(2);EIR 12(6);FOISA "
     "18;FOISA 18|FOISA|1|other|24(2);EIR 12(6);FOISA 18;24(2)|FOIA|1|own|24(2);EIR 12(6);FOISA "
     "18;99|FOIA|0|neither|24(2);EIR 12(6);FOISA 18"},
};

START_TEST(pack_is_read)
{
    struct loading l;
    loading_begin(&l);
    for (size_t i = 0; i < LOADING_FILES && packs[_i].files[i].name; i++)
        loading_write(&l, packs[_i].files[i].name, packs[_i].files[i].text,
                      strlen(packs[_i].files[i].text));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, packs[_i].sql, packs[_i].expected);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

static bool is_key_of(const char *key, const char *list)
{
    size_t length = strlen(list);
    return strncmp(key, list, length) == 0 && key[length] == '\n';
}

/* Every synonym of the file means a word that its list has, and nothing has two meanings. */
START_TEST(synonyms_are_of_listed_words)
{
    static const struct vocabulary *const lists[] = {
        &stances,        &stages,          &topics,       &held_statements,
        &use_statements, &applicant_kinds, &publishers,   &acknowledgement_kinds,
        &ruling_bodies,  &ruling_outcomes, &ruling_orders};
    /* What is looked up by other names: within names, in addresses, in place of a force. */
    static const char *const others[] = {"abbreviation", "body", "address", "no single force",
                                         "commissioner"};
    struct word_book book = {0};
    struct error err = {0};
    ck_assert_msg(word_book_read(&book, &err), "%s", err.what);
    size_t checked = 0;
    for (size_t i = 0; i < book.count; i++) {
        const struct word_meaning *meaning = &book.meanings[i];
        const char *key = book.index.texts[i];
        bool is_of_list = false;
        ck_assert_msg(!*meaning->word != !*meaning->advice, "%s", key);
        for (size_t j = 0; j < LENGTH_OF(others); j++)
            is_of_list = is_of_list || is_key_of(key, others[j]);
        for (size_t j = 0; j < LENGTH_OF(lists); j++)
            is_of_list = is_of_list || is_key_of(key, lists[j]->name);
        ck_assert_msg(is_of_list, "nothing looks for %s", key);
        for (size_t j = 0; j < LENGTH_OF(lists); j++) {
            if (!is_key_of(key, lists[j]->name) || !*meaning->word)
                continue;
            ck_assert_msg(vocabulary_code(lists[j], slice_of(meaning->word)) >= 0, "%s", key);
            checked++;
        }
    }
    ck_assert_uint_gt(checked, 100);
    word_book_done(&book);
}
END_TEST

/* And says of every list of words where it comes from. */
START_TEST(every_list_has_its_provenance)
{
    struct word_book book = {0};
    struct error err = {0};
    size_t size = 0;
    char *page = support_read_file("datasets/reference/PROVENANCE.md", &size);
    ck_assert(word_book_read(&book, &err));
    for (size_t i = 0; i < book.count; i++) {
        const char *key = book.index.texts[i];
        char *named = sqlite3_mprintf("`%.*s`", (int)strcspn(key, "\n"), key);
        ck_assert_msg(strstr(page, named) != NULL, "%s", named);
        sqlite3_free(named);
    }
    word_book_done(&book);
    free(page);
}
END_TEST

Suite *suite_intake_force_hints(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/force_hints", &tcase);
    ADD_TABLE_TEST(tcase, unknown_name_is_answered, names);
    ADD_TABLE_TEST(tcase, short_name_is_read, short_names);
    ADD_TABLE_TEST(tcase, bracket_is_read, brackets);
    ADD_TABLE_TEST(tcase, word_of_others_is_read, words);
    ADD_TABLE_TEST(tcase, pack_is_read, packs);
    tcase_add_test(tcase, synonyms_are_of_listed_words);
    tcase_add_test(tcase, every_list_has_its_provenance);
    return suite;
}
