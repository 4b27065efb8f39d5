/* SPDX-License-Identifier: MIT
 * Exports of sites as a pack: requests of WhatDoTheyKnow, notices of contracts.
 */
#include "letter_files.h"
#include "suites.h"
#include "table.h"

#define TOOLS                                                                                      \
    "tool_id,name,vendor,aliases,parent_tool_id\n"                                                 \
    "palantir,Palantir (any product),Palantir Technologies,Foundry,\n"                             \
    "argus,Argus,Argus Ltd,,\n"

#define SITE "https://www.whatdotheyknow.com/"

static void import(const char *profile, const char *first, const char *second, const char *told)
{
    running_write("tools.csv", TOOLS);
    struct support_output output = second ? RUN_IN(running_work, "import", profile, first, second,
                                                   "--tools", "tools.csv", "-o", "pack")
                                          : RUN_IN(running_work, "import", profile, first,
                                                   "--tools", "tools.csv", "-o", "pack");
    running_check(output, 0, told, NULL);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
}

static void check_lines(const char *name, const char *const *lines)
{
    for (; *lines; lines++)
        letter_files_check(name, *lines, true);
}

#define BATCH                                                                                      \
    "request_url,authority_name,number_of_replies,request_status\n" SITE                           \
    "request/palantir_contracts_2,Kent Police,2,Refused.\n" SITE                                   \
    "request/palantir_contracts_3,Essex Police,1,Awaiting response.\n" SITE                        \
    "request/palantir_contracts_4,Police and Crime Commissioner for Kent,1,Successful.\n" SITE     \
    "request/palantir_contracts_5,Surrey Police,0,Delivery error\n" SITE                           \
    "request/palantir_contracts_6,Leeds City Council,1,Information not held.\n" SITE               \
    "request/palantir_contracts_7,Sussex Police,3,Vexatious\n" SITE                                \
    "request/palantir_contracts_8,Gwent Police,0,Something of next year\n"

/* A label is no decision; one file is one request; who waits is in circulation.csv. */
START_TEST(batch_is_one_request)
{
    running_write("batch.csv", BATCH);
    import("alaveteli", "batch.csv", NULL,
           "Read 7 rows in 1 file: 4 in the pack, 3 left out, 0 rejected, 0 seen twice.\n"
           "2 responses, 0 acknowledgements, 2 still waiting.\n");
    check_lines("pack/responses.csv",
                (const char *const[]){
                    ",kent,palantir-contracts,,,palantir,,,,,,unread,",
                    "label on the site, which is no decision: \"\"Refused\"\"; messages: 2",
                    ",sussex,palantir-contracts,,,palantir,,,,,,unread,",
                    ",,https://www.whatdotheyknow.com/request/palantir_contracts_2,", NULL});
    letter_files_check("pack/responses.csv", "vexatious,", false);
    check_lines(
        "pack/circulation.csv",
        (const char *const[]){"palantir-contracts,essex,yes,,https://www.whatdotheyknow.com/",
                              "label on the site: \"\"Awaiting response\"\"; messages: ",
                              "palantir-contracts,gwent,yes,,",
                              "\"\"Something of next year\"\"; messages: 0", NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){"a commissioner is a body", "the request never arrived",
                                      "a council is no police force", NULL});
}
END_TEST

#define EVENT(id, type, at, state)                                                                 \
    "{\"id\":" id ",\"event_type\":\"" type "\",\"created_at\":\"" at                              \
    "\",\"calculated_state\":" state ",\"incoming_message_id\":" id "}"
#define REQUEST                                                                                                                                                                                                           \
    "{\"id\":5,\"url_title\":\"palantir_contracts_2\",\"title\":\"Palantir contracts\","                                                                                                                                  \
    "\"display_status\":\"Refused.\",\"user\":null,\"public_body\":{\"name\":\"Kent Police\"},"                                                                                                                           \
    "\"created_at\":\"2024-12-30T10:00:00Z\",\"info_request_events\":[" EVENT("1", "sent", "2025-01-01T23:30:00.000+00:00", "null") "," EVENT("2", "response", "2025-01-02T10:00:00Z", "\"waiting_response\"") "," EVENT( \
        "3", "edit", "2025-01-03T10:00:00Z",                                                                                                                                                                              \
        "null") "," EVENT("4", "response", "2025-06-02T23:30:00+01:00",                                                                                                                                                   \
                          "\"rejected\"") "," EVENT("5", "response", "2025-06-03T10:00:00+01:00",                                                                                                                         \
                                                    "\"successful\"") "," EVENT("6",                                                                                                                                      \
                                                                                "followup_sent",                                                                                                                          \
                                                                                "2025-06-04T10:"                                                                                                                          \
                                                                                "00:00+01:00",                                                                                                                            \
                                                                                "\"internal_"                                                                                                                             \
                                                                                "review\"") "," EVENT("7",                                                                                                                \
                                                                                                      "response",                                                                                                         \
                                                                                                      "2025-06-05T10:00:00+01:00",                                                                                        \
                                                                                                      "\"waiting_response\"") "," EVENT("8",                                                                              \
                                                                                                                                        "response",                                                                       \
                                                                                                                                        "2025-06-23T10:00:00+01:00",                                                      \
                                                                                                                                        "\"not_held\"") "," EVENT("9",                                                    \
                                                                                                                                                                  "comment",                                              \
                                                                                                                                                                  "2025-06-24T10:00:00+01:00",                            \
                                                                                                                                                                  "null") "]}"

/* Sent, answered, reviewed; the days are those of the stamps. The export of the batch says the same
 * request again. */
START_TEST(events_become_letters)
{
    running_write("request.json", REQUEST);
    running_write("batch.csv", BATCH);
    import("alaveteli", "request.json", "batch.csv",
           "Read 16 rows in 2 files: 5 in the pack, 8 left out, 0 rejected, 3 seen twice.\n"
           "3 responses, 0 acknowledgements, 2 still waiting.\n");
    check_lines(
        "pack/responses.csv",
        (const char *const[]){
            ",kent,palantir-contracts,,,palantir,,,,2025-01-01,2025-06-02,unread,",
            ",kent,palantir-contracts,,,palantir,internal_review,,,2025-06-04,2025-06-23,unread,",
            "palantir_contracts_2#incoming-4,", "\"\"rejected\"\"", NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){
                    "an acknowledgement of receipt is no answer", "no letter of the force: edit",
                    "no letter of the force: comment", "another message of the force",
                    "the request itself is among the files", NULL});
}
END_TEST

#define ENTRY(id, title, said, status)                                                             \
    "<entry><id>tag:www.whatdotheyknow.com,2005:InfoRequestEvent/" id "</id><link href='" SITE     \
    "info_request_event/" id "'/><title type='html'>" title                                        \
    "</title><content type='html'>&lt;div class=\"requester\"&gt;" said                            \
    "&lt;/div&gt;&lt;span class=\"bottomline\"&gt;&lt;strong&gt;" status                           \
    "&lt;/strong&gt;&lt;/span&gt;&lt;span class=\"desc\"&gt;we neither confirm nor "               \
    "deny&lt;/span&gt;</content></entry>"
#define BODY(url, name) "&lt;a href=\"" SITE "body/" url "\"&gt;" name "&lt;/a&gt;"
#define ANSWER                                                                                     \
    ENTRY(                                                                                         \
        "101", "Palantir &amp;amp; costs",                                                         \
        "Response by " BODY(                                                                       \
            "kent_police",                                                                         \
            "Kent Police") " to Jane Doe on &lt;time "                                             \
                           "datetime=\"2025-06-02T23:30:00+01:00\"&gt;2 June 2025&lt;/time&gt;.",  \
        "Refused.")
#define FEED(entries)                                                                              \
    "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>"      \
    "Requests</title>" entries "</feed>"

/* Two pages that overlap; the answer stands on one and the request on the other. */
START_TEST(pages_of_a_feed_are_joined)
{
    running_write(
        "1.atom",
        FEED(ANSWER ENTRY("95", "Palantir use",
                          "Request sent to " BODY("essex_police", "Essex Police") " by Jane Doe "
                                                                                  "on  6 May 2025.",
                          "Awaiting response.")));
    running_write(
        "2.atom",
        FEED(ANSWER ENTRY("90", "Palantir &amp;amp; costs",
                          "Request sent to " BODY("kent_police", "Kent Police") " by Jane Doe on  "
                                                                                "5 May 2025.",
                          "Refused.") ENTRY("96", "Palantir use", "nobody knows", "Refused.")));
    import("alaveteli", "1.atom", "2.atom",
           "Read 5 rows in 2 files: 2 in the pack, 1 left out, 0 rejected, 2 seen twice.\n"
           "1 response, 0 acknowledgements, 1 still waiting.\n");
    check_lines("pack/responses.csv",
                (const char *const[]){",kent,kent-palantir-costs,,,palantir,,,,2025-05-05,"
                                      "2025-06-02,unread,,,,,",
                                      NULL});
    letter_files_check("pack/responses.csv", "Jane Doe", false);
    letter_files_check("pack/circulation.csv", "essex-palantir-use,essex,yes,2025-05-06,", true);
    letter_files_check("pack/left-out.csv", "the entry does not say what happened", true);
}
END_TEST

#define RELEASE(ocid, id, date, tag, buyer, rest)                                                  \
    "{\"ocid\":\"" ocid "\",\"id\":\"" id "\",\"date\":\"" date "\",\"tag\":[\"" tag               \
    "\"],\"buyer\":{\"id\":\"B\",\"name\":\"" buyer "\"}," rest "}"
#define TENDER(title, status) "\"tender\":{\"title\":\"" title "\",\"status\":\"" status "\"}"
#define AWARD(status, suppliers)                                                                   \
    ",\"awards\":[{\"status\":\"" status "\",\"suppliers\":[" suppliers "]}]"
#define BY(name) "{\"id\":\"T\",\"name\":\"" name "\"}"
#define LEGAL                                                                                      \
    ",\"parties\":[{\"id\":\"B\",\"name\":\"Chief Constable\",\"roles\":[\"buyer\"]},"             \
    "{\"id\":\"S\",\"identifier\":{\"legalName\":\"Palantir Technologies UK\"}}]"

static const char releases[] = "{\"links\":{\"next\":\"x\"},\"releases\":[" RELEASE(
    "ocds-b5fd17-a", "a-1", "2025-03-11T23:30:00+01:00", "award", "Kent Police",
    TENDER("Analytics", "complete") AWARD("active", "{\"id\":\"S\"}," BY("Acme"))
        LEGAL) "," RELEASE("ocds-b5fd17-a", "a-2", "2025-05-11T10:00:00+01:00", "awardUpdate",
                           "Kent Police",
                           TENDER("Analytics", "complete")
                               AWARD("active",
                                     BY("Palantir"))) "," RELEASE("ocds-b5fd17-a", "a-3",
                                                                  "2025-06-11T10:00:00+01:00",
                                                                  "contractAmendment",
                                                                  "Kent Police",
                                                                  TENDER("Analytics", "complete") AWARD("active",
                                                                                                        BY(
                                                                                                            "Palantir"))) "," RELEASE("ocds-b5fd17-b",
                                                                                                                                      "b-1", "2025-03-11T10:00:00Z", "tender", "Essex Police", TENDER("Palantir or equivalent", "active")) "," RELEASE("ocds-b5fd17-c", "c-1", "2025-03-11T10:00:00Z", "award", "Police and Crime Commissioner for Essex", TENDER("Palantir", "withdrawn") AWARD("active", BY("Palantir"))) "," RELEASE("ocds-b5fd17-d",
                                                                                                                                                                                                                                                                                                                                                                                                                                        "d-1",
                                                                                                                                                                                                                                                                                                                                                                                                                                        "2025-03-11T10:00:00Z",
                                                                                                                                                                                                                                                                                                                                                                                                                                        "award", "Leeds City Council",
                                                                                                                                                                                                                                                                                                                                                                                                                                        TENDER("Palantir", "complete") AWARD("active",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                             BY(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 "Palantir"))) "," RELEASE("ocds-b5fd17-e",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "e-1",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "2025-03-11T10:00:00Z", "award", "Surrey Police", TENDER("Palantir", "complete") AWARD("cancelled", BY("Palantir"))) "," RELEASE("ocds-b5fd17-f",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "f-1",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "2025-03-12T10:00:00Z",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "award",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "East Midlands Special Operations Unit",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            TENDER(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "Foundry licences",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "complete") AWARD("active", BY("Acme"))) "," RELEASE("ocds-b5fd17-g", "g-1", "2025-03-11T10:00:00Z", "award", "The Chief Constable of Norfolk", TENDER("Boots", "complete") AWARD("active", BY("B"))) "]}";

/* One award is one acknowledgement of its first publication, an amendment one of its own day. */
START_TEST(releases_become_acknowledgements)
{
    running_write("cf.json", releases);
    import("contracts-finder", "cf.json", NULL,
           "Read 9 rows in 1 file: 4 in the pack, 4 left out, 0 rejected, 1 seen twice.\n"
           "0 responses, 4 acknowledgements, 0 still waiting.\n");
    check_lines("pack/acknowledgements.csv",
                (const char *const[]){
                    "a-1,kent,,palantir,contract,contract_notice,force,2025-03-11,,",
                    "Contract with Palantir Technologies UK; Acme: Analytics",
                    "a-3,kent,,palantir,contract,contract_notice,force,2025-06-11,,",
                    "c-1,essex,,palantir,contract,contract_notice,pcc,2025-03-11,yes,",
                    "f-1,,emsou,palantir,contract,contract_notice,collaboration,2025-03-12,,",
                    NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){"a tender is no contract", "a cancelled award is no contract",
                                      "a council is no police force", "it names no tool",
                                      "an update of an award", NULL});
    letter_files_check("pack/provenance.csv", "acknowledgements.csv,a-1,cf.json,,/releases/1,",
                       true);
}
END_TEST

/* Releases of a record, of which the compiled one is none; the address is the number; a force and
 * another buy together. */
START_TEST(records_of_find_a_tender_are_read)
{
    running_write(
        "fat.json",
        "{\"records\":[{\"ocid\":\"ocds-h6vhtk-0a1\",\"releases\":[" RELEASE(
            "ocds-h6vhtk-0a1", "012345-2025", "2025-02-01T09:00:00Z", "planning", "Kent Police",
            TENDER("Palantir",
                   "planned")) "," RELEASE("ocds-h6vhtk-0a1", "022345-2025",
                                           "2025-07-01T23:30:00+01:00", "award\",\"contract",
                                           "Kent Police",
                                           TENDER("Palantir", "complete") AWARD(
                                               "active",
                                               BY("Palantir")) ",\"parties\":[{\"id\":\"E\","
                                                               "\"name\":\"Essex "
                                                               "Police\",\"roles\":[\"buyer\"]}"
                                                               "],\"contracts\":[{"
                                                               "\"dateSigned\":\"2025-05-01\"}"
                                                               "]") "],"
                                                                    "\"compiledRelease\":{"
                                                                    "\"ocid\":\"ocds-h6vhtk-"
                                                                    "0a1\",\"tag\":["
                                                                    "\"compiled\"]}}]}");
    import("find-a-tender", "fat.json", NULL,
           "Read 2 rows in 1 file: 1 in the pack, 1 left out, 0 rejected, 0 seen twice.\n"
           "0 responses, 2 acknowledgements, 0 still waiting.\n");
    check_lines("pack/acknowledgements.csv",
                (const char *const[]){
                    "022345-2025-kent,kent,,palantir,contract,contract_notice,force,2025-07-01,,",
                    "022345-2025-essex,essex,,palantir,",
                    "find-tender.service.gov.uk/Notice/"
                    "022345-2025,",
                    NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){"a plan to buy is no contract", "| 012345-2025 |", NULL});
}
END_TEST

#define COLUMNS                                                                                    \
    "\xef\xbb\xbfNotice Identifier,Notice Type,Organisation Name,Status,Published Date,Title,"     \
    "Description,Nationwide,Postcode,Region,Cpv Codes,Contact Name,Contact Email,Contact Address " \
    "1,Contact Address 2,Contact Town,Contact Postcode,Contact Country,Contact "                   \
    "Telephone,Contact Website,Attachments,Links,Additional Text,Start Date,End Date,Closing "     \
    "Date,Is sub-contract,Parent Reference,Suitable for SME,Suitable for VCO,Supply Chain,OJEU "   \
    "Contract Type,Value Low,Value High,Awarded Date,Awarded Value,Supplier [Name|Address|Ref "    \
    "type|Ref Number|Is SME|Is VCSE],Supplier's contact name,Contract start date,Contract end "    \
    "date,OJEU Procedure Type,Accelerated Justification\r\n"
#define NOTICE(id, kind, buyer, status, day, title, suppliers)                                     \
    id "," kind "," buyer "," status "," day "T23:30:00+01:00," title                              \
       ",\"two\nlines\",,,,,Jane Doe,j@x.example,,,,,,,http://buyer.example,,,,,,,,,,,,,,,"        \
       "01/02/2024,5,\"" suppliers "\",Joe Bloggs,01/03/2024,01/03/2026,,\r\n"
#define PALANTIR "[Palantir Technologies|1 High St, London|NONE||No|No][Acme|2 St|NONE||Yes|No]"

START_TEST(notices_of_42_columns_are_read)
{
    running_write(
        "cf.csv",
        COLUMNS NOTICE("1", "Contract", "KENT POLICE", "Awarded", "2025-04-11", "Data", PALANTIR)
            NOTICE("1", "Contract", "Kent Police", "Awarded", "2025-03-11", "Data", PALANTIR)
                NOTICE("2", "Contract", "Essex Police", "Open", "2025-03-11",
                       "Palantir or equivalent", "") NOTICE("3", "Contract", "Essex Police",
                                                            "Withdrawn", "2025-03-12", "=Data",
                                                            PALANTIR)
                    NOTICE("4", "Pipeline", "Surrey Police", "Open", "2025-03-11", "Palantir", "")
                        NOTICE("5", "Contract", "Kent and Medway Fire Authority", "Awarded",
                               "2025-03-11", "Palantir", PALANTIR));
    import("contracts-finder", "cf.csv", NULL,
           "Read 6 rows in 1 file: 2 in the pack, 3 left out, 0 rejected, 1 seen twice.\n"
           "0 responses, 2 acknowledgements, 0 still waiting.\n");
    check_lines("pack/acknowledgements.csv",
                (const char *const[]){",kent,,palantir,contract,contract_notice,force,2025-03-11,,",
                                      "Contract with Palantir Technologies; Acme: Data,,",
                                      ",essex,,palantir,contract,contract_notice,force,2025-03-12,"
                                      "yes,",
                                      NULL});
    letter_files_check("pack/acknowledgements.csv", "High St", false);
    letter_files_check("pack/acknowledgements.csv", "buyer.example", false);
    letter_files_check("pack/left-out.csv", "j@x.example", false);
}
END_TEST

Suite *suite_cmd_import_sites(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/import_sites", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, batch_is_one_request);
    tcase_add_test(tcase, events_become_letters);
    tcase_add_test(tcase, pages_of_a_feed_are_joined);
    tcase_add_test(tcase, releases_become_acknowledgements);
    tcase_add_test(tcase, records_of_find_a_tender_are_read);
    tcase_add_test(tcase, notices_of_42_columns_are_read);
    return suite;
}
