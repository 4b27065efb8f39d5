# SPDX-License-Identifier: MIT
# Writes the invented pack datasets/national-example: one made-up product, three
# national requests, all 45 territorial forces, and every kind of inconsistency
# that a reader should learn to see. Same output on every run (POSIX awk).
# Usage: awk -v out=DIR -f make-national-example.awk datasets/reference/forces.csv

# The Lehmer generator: a whole number from 0 to below n.
function random(n) {
    seed = (seed * 16807) % 2147483647
    return seed % n
}

function chance(percent) { return random(100) < percent }

# Days since 1970-01-01 of a date such as 2024-12-09, and back.
function day_of(date,    y, m, d, era, yoe, doy) {
    y = substr(date, 1, 4) + 0
    m = substr(date, 6, 2) + 0
    d = substr(date, 9, 2) + 0
    if (m <= 2)
        y--
    era = int(y / 400)
    yoe = y - era * 400
    doy = int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
    return era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy - 719468
}

function date_of(day,    z, era, doe, yoe, y, doy, mp, d, m) {
    z = day + 719468
    era = int(z / 146097)
    doe = z - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    y = yoe + era * 400
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
    mp = int((5 * doy + 2) / 153)
    d = doy - int((153 * mp + 2) / 5) + 1
    m = mp < 10 ? mp + 3 : mp - 9
    return sprintf("%04d-%02d-%02d", m <= 2 ? y + 1 : y, m, d)
}

# The day itself, or the Friday before a weekend.
function working_day(day,    weekday) {
    weekday = (day + 3) % 7
    return weekday > 4 ? day - (weekday - 4) : day
}

function quoted(text) {
    if (text !~ /[",]/)
        return text
    gsub(/"/, "\"\"", text)
    return "\"" text "\""
}

# Splits one line of CSV into cell[1..].
function split_csv(line, cell,    n, c, i, inside, text) {
    n = 1
    text = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"")
            inside = !inside
        else if (c == "," && !inside) {
            cell[n++] = text
            text = ""
        } else
            text = text c
    }
    cell[n] = text
    return n
}

# Where the published text of a force about a request would be.
function address(force, request) {
    gsub(/\//, "-", request)
    return "https://example.org/halcyon/" force "/" request
}

# Adds the answer to one question (or, with question "", to the whole letter).
# options: name=value parts between |.
#   partial held harm pit link note stage topic: the columns of that name
#   late: answered after 45 days; month: the letter is dated only to the month
#   on: the date of the letter
function answer(request, force, question, stance, exemptions, options,    count, i, part, o, key, date, id) {
    count = split(options, part, "|")
    for (i = 1; i <= count; i++) {
        key = part[i]
        sub(/=.*/, "", key)
        o[key] = index(part[i], "=") ? substr(part[i], index(part[i], "=") + 1) : 1
    }
    if (!((request, force) in written)) {
        written[request, force] = 0
        date_written[request, force] = date_of(working_day(day_of(received[request]) + 10 + random(17)))
        reference[request, force] = sprintf("INV-%04d/%s", 100 + random(9000), substr(received[request], 3, 2))
    }
    date = "late" in o ? date_of(working_day(day_of(received[request]) + 45)) : date_written[request, force]
    if ("on" in o)
        date = o["on"]
    if ("month" in o)
        date = substr(date, 1, 7)
    if (stance == "no_response")
        date = ""
    id = tolower(abbreviation[force]) "-" number[request] (question == "" ? "" : "-" tolower(question))
    if ("stage" in o)
        id = id "-review"
    if (id in known)
        id = id "-b"
    known[id] = 1
    row[request, force, ++written[request, force]] = id "," force "," request "," question ",,," \
        ("stage" in o ? o["stage"] : "initial") "," reference[request, force] ",journalist," \
        ("stage" in o ? "" : received[request]) "," date "," stance "," o["partial"] "," o["held"] "," \
        quoted(exemptions) "," o["harm"] "," o["pit"] "," o["link"] "," address(force, request) \
        ",2025-12-31," quoted("Invented" ("note" in o ? ": " o["note"] : ""))
}

# A plain NCND: under the usual two subsections, in one of the spellings found
# in letters, as one decision or question by question.
function ncnd(request, force, options,    spelling, i, style) {
    style = random(10)
    spelling = style < 6 ? "31(3);24(2)" : style < 8 ? "s.24(2); s.31(3)" : "Section 31 (3) and Section 24 (2)"
    ncnd_citing(request, force, spelling, options)
}

function ncnd_citing(request, force, exemptions, options,    i, tests) {
    tests = options ~ /(^|\|)(harm|pit)=/ ? "" : chance(85) ? "|harm=yes|pit=yes" : ""
    if (chance(60)) {
        answer(request, force, "", "ncnd", exemptions, "held=ncnd" tests "|" options)
        return
    }
    for (i = 1; i <= questions[request]; i++)
        answer(request, force, "Q" i, "ncnd", exemptions, "held=ncnd" tests "|" options)
}

# Confirmed as the advice asks: under s21 with a link, and a partial NCND for the rest.
function as_asked(request, force, note) {
    answer(request, force, "", "held_s21", "21(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes|link=" \
        address(force, "publication") "|note=" note)
}

# Every force that no special letter was written for.
function the_rest(request,    i, force) {
    for (i = 1; i <= forces; i++) {
        force = force_at[i]
        if ((request, force) in written || (request, force) in unanswered)
            continue
        if (force == "police-scotland")
            ncnd_citing(request, force, "18(1);31(1);35(1)", "note=under the Scottish Act")
        else
            ncnd(request, force, chance(8) ? "month" : "")
    }
}

function add_request(id, short, date, count) {
    requests++
    request_at[requests] = id
    number[id] = short
    received[id] = date
    questions[id] = count
}

function letters_of_2023(r) {
    r = "7301/23"
    answer(r, "west-yorkshire", "Q1", "held_s21", "21(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes|link=" address("west-yorkshire", "publication") "|note=points to its own contract notice")
    answer(r, "west-yorkshire", "Q2", "held_s21", "21(1)", "held=confirm|link=" address("west-yorkshire", "publication"))
    answer(r, "west-yorkshire", "Q3", "disclosed", "", "held=confirm|note=list of two meetings")
    answer(r, "kent", "", "disclosed", "", "partial=no|held=confirm|note=as its contract notice says")
    as_asked(r, "humberside", "the notice was withdrawn later")
    as_asked(r, "cumbria", "points to its own press release")
    ncnd_citing(r, "thames-valley", "31(3);24(2)", "note=although its own board minutes name the product")
    answer(r, "south-wales", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|on=2023-03-29|note=its press release is of the same month on a day not known")
    answer(r, "nottinghamshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|note=before its contract notice")
    answer(r, "lincolnshire", "", "not_held", "", "held=deny|note=the only denial among the NCNDs")
    answer(r, "suffolk", "", "disclosed", "", "held=confirm|note=never acknowledged before")
    answer(r, "wiltshire", "", "held_exempt", "31(1);43(2)", "held=confirm|harm=yes|pit=yes|note=withheld under the limb that concedes holding")
    ncnd_citing(r, "north-yorkshire", "31(3)", "note=one of the two subsections only")
    ncnd_citing(r, "city-of-london", "23(5);24(2);31(3)", "note=adds the security bodies")
    ncnd(r, "metropolitan", "late")
    ncnd_citing(r, "norfolk", "31(3);24(2)", "harm=no|pit=yes|note=no harm test set out")
    answer(r, "greater-manchester", "", "refused_cost", "12(1)", "held=none")
    answer(r, "hampshire", "", "unread", "", "month|note=published but not read")
    unanswered[r, "gloucestershire"] = 1
    not_received[r, "northern-ireland"] = unanswered[r, "northern-ireland"] = 1
    the_rest(r)
}

function letters_of_2024(r) {
    r = "7352/24"
    answer(r, "west-yorkshire", "Q1", "held_s21", "21(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes|link=" address("west-yorkshire", "publication"))
    answer(r, "west-yorkshire", "Q2", "held_s21", "21(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes|link=" address("west-yorkshire", "publication"))
    answer(r, "west-yorkshire", "Q3", "held_exempt", "31(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes")
    answer(r, "west-yorkshire", "Q4", "refused_cost", "12(1)", "held=none")
    answer(r, "kent", "", "disclosed", "", "partial=no|held=confirm|note=as under the circular before this one")
    as_asked(r, "cumbria", "")
    as_asked(r, "avon-and-somerset", "after it published its impact assessment")
    as_asked(r, "south-wales", "after its press release")
    ncnd(r, "humberside", "note=its notice had been withdrawn by then")
    answer(r, "thames-valley", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|note=as the year before")
    answer(r, "nottinghamshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|note=a year after its own contract notice")
    ncnd(r, "lincolnshire", "note=after a denial the year before")
    answer(r, "gwent", "", "not_held", "", "held=deny|note=after an NCND the year before")
    answer(r, "wiltshire", "", "not_held", "", "held=deny|note=after a confirmation the year before")
    ncnd(r, "suffolk", "note=after a confirmation the year before")
    answer(r, "northumbria", "", "not_held", "", "held=deny|note=while its partners confirm or keep to NCND")
    answer(r, "cambridgeshire", "", "held_exempt", "43(2);31(3)", "partial=no|held=confirm|harm=yes|pit=yes|note=an NCND subsection beside an admission")
    answer(r, "staffordshire", "Q1", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "staffordshire", "Q2", "disclosed", "", "held=confirm|note=the cost of what it will not confirm")
    answer(r, "staffordshire", "Q3", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "staffordshire", "Q4", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "warwickshire", "", "ncnd", "31(3);24(2)", "held=confirm|harm=yes|pit=yes|note=says held and then relies on NCND subsections")
    ncnd_citing(r, "sussex", "31(1);24(1)", "note=the withholding limbs instead of the NCND subsections")
    ncnd_citing(r, "surrey", "31(3);24(2);30(3)", "note=adds investigations")
    ncnd_citing(r, "norfolk", "131(3);24(2)", "note=a slip of the pen in the section")
    ncnd_citing(r, "police-scotland", "18(1);24(2)", "note=borrows a section of the other Act")
    answer(r, "lancashire", "Q1", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "lancashire", "Q2", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "lancashire", "Q3", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "lancashire", "Q4", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|note=one of two codings of the same answer")
    answer(r, "lancashire", "Q4", "not_held", "", "held=deny|note=the other coding")
    ncnd(r, "south-yorkshire", "late")
    ncnd_citing(r, "cheshire", "31(3);24(2)", "harm=yes|pit=no|note=no public interest test set out")
    answer(r, "bedfordshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "bedfordshire", "", "disclosed", "", "held=confirm|stage=internal_review|on=2024-11-05|note=the review overturned the NCND")
    answer(r, "west-mercia", "", "not_held", "", "held=deny")
    answer(r, "west-mercia", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|stage=internal_review|on=2024-11-18|note=the review withdrew the denial")
    answer(r, "essex", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "essex", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|stage=internal_review|on=2024-10|note=upheld")
    answer(r, "derbyshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "west-midlands", "", "refused_cost", "12(1)", "held=none")
    answer(r, "dyfed-powys", "", "unread", "", "month|note=published but not read")
    answer(r, "north-wales", "", "clarification", "1(3)", "held=none")
    ncnd(r, "merseyside", "month")
    unanswered[r, "hertfordshire"] = 1
    the_rest(r)
}

function letters_of_2025(r) {
    r = "7398/25"
    as_asked(r, "west-yorkshire", "")
    as_asked(r, "kent", "")
    as_asked(r, "cumbria", "")
    as_asked(r, "avon-and-somerset", "")
    as_asked(r, "south-wales", "")
    as_asked(r, "thames-valley", "three years after its board minutes")
    answer(r, "nottinghamshire", "", "held_s21", "21(1)", "partial=no|held=confirm|note=points nowhere and leaves the rest open")
    answer(r, "derbyshire", "", "held_s21", "21(1)", "partial=yes|held=confirm|link=" address("derbyshire", "7352/24") "|note=points to its own NCND of the year before")
    answer(r, "gwent", "", "disclosed", "", "partial=yes|held=confirm|note=after a denial the year before")
    answer(r, "west-midlands", "", "not_held", "", "held=deny")
    ncnd(r, "wiltshire", "note=after a denial the year before")
    ncnd(r, "warwickshire", "")
    ncnd(r, "cambridgeshire", "")
    ncnd(r, "northumbria", "")
    ncnd_citing(r, "devon-and-cornwall", "43(2)", "note=no NCND subsection at all")
    answer(r, "surrey", "", "refused_vexatious", "14(1)", "held=none")
    answer(r, "metropolitan", "", "refused_cost", "12(1)", "held=none")
    answer(r, "leicestershire", "", "unread", "", "month|note=published but not read")
    answer(r, "hertfordshire", "", "no_response", "", "note=asked again in November without success")
    ncnd(r, "essex", "late")
    answer(r, "hampshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes")
    answer(r, "hampshire", "", "ncnd", "31(3);24(2)", "held=ncnd|harm=yes|pit=yes|stage=internal_review|on=2025-12-01|note=upheld")
    unanswered[r, "northern-ireland"] = 1
    the_rest(r)
}

# A request to four forces about the child product: no NCND line is kept at all.
function letters_on_field(r) {
    r = "halcyon-field-2024"
    answer(r, "west-yorkshire", "", "held_s21", "21(1);31(3);24(2)", "partial=yes|held=confirm|harm=yes|pit=yes|link=" address("west-yorkshire", "field"))
    answer(r, "south-yorkshire", "", "not_held", "", "held=deny")
    answer(r, "humberside", "", "not_held", "", "held=deny")
    answer(r, "north-yorkshire", "", "refused_cost", "12(1)", "held=none")
}

function write_responses(    file, i, j, k) {
    file = out "/responses.csv"
    print "response_id,force_id,request_id,question_id,topic,tool_id,stage,reference,applicant_kind," \
        "date_received,date_responded,stance,partial_ncnd,held_statement,exemptions,harm_test," \
        "public_interest_test,link,source_url,retrieved_on,note" > file
    for (i = 1; i <= requests; i++)
        for (j = 1; j <= forces; j++)
            for (k = 1; k <= written[request_at[i], force_at[j]]; k++)
                print row[request_at[i], force_at[j], k] > file
    close(file)
}

function write_circulation(    file, i, j, r, f) {
    file = out "/circulation.csv"
    print "request_id,force_id,received,date_received" > file
    for (i = 1; i <= 3; i++)
        for (j = 1; j <= forces; j++) {
            r = request_at[i]
            f = force_at[j]
            print r "," f "," ((r, f) in not_received ? "no," : "yes," received[r]) > file
        }
    close(file)
}

function acknowledge(force, collaboration, tool, topic, kind, publisher, published, withdrawn, summary) {
    acknowledgements++
    print sprintf("HI-%02d", acknowledgements) "," force "," collaboration "," tool "," topic "," kind "," publisher "," \
        published "," withdrawn "," quoted("Invented: " summary) "," \
        address(force collaboration, tool == "halcyon-field" ? "field" : "publication") ",2025-12-31" > ack_file
}

function write_acknowledgements(    tool) {
    ack_file = out "/acknowledgements.csv"
    tool = "halcyon-insight"
    print "acknowledgement_id,force_id,collaboration_id,tool_id,topic,kind,publisher,date_published," \
        "date_withdrawn,summary,source_url,retrieved_on" > ack_file
    acknowledge("thames-valley", "", tool, "use", "board_minutes", "force", "2022-09-30", "", "minutes of a programme board name the product")
    acknowledge("west-yorkshire", "", tool, "contract", "contract_notice", "force", "2022-11-14", "", "award notice, three years")
    acknowledge("kent", "", tool, "contract", "contract_notice", "force", "2023-01", "", "award notice, two years, day of publication not known")
    acknowledge("merseyside", "", tool, "contract", "pcc_decision", "pcc", "2023-01-12", "", "decision of the commissioner, not of the force")
    acknowledge("", "example-north", tool, "contract", "contract_notice", "collaboration", "2023-02-01", "", "award notice of the shared service, on behalf of its members")
    acknowledge("cumbria", "", tool, "use", "press_release", "force", "2023-02-10", "", "press release on the shared service")
    acknowledge("humberside", "", tool, "contract", "contract_notice", "force", "2023-02-20", "2024-01-15", "award notice, taken down the next January")
    acknowledge("south-wales", "", tool, "use", "press_release", "force", "2023-03", "", "press release, day of publication not known")
    acknowledge("dorset", "", tool, "use", "media", "third_party", "2023-05-16", "", "press report, nothing by the force itself")
    acknowledge("nottinghamshire", "", tool, "contract", "contract_notice", "force", "2023-06-30", "", "award notice, after the letter of that spring")
    acknowledge("avon-and-somerset", "", tool, "dpia", "published_dpia", "force", "2024-02-12", "", "summary of an impact assessment")
    acknowledge("west-yorkshire", "", "halcyon-field", "use", "press_release", "force", "2024-03-18", "", "press release on a trial of the mobile part")
    acknowledge("devon-and-cornwall", "", tool, "use", "parliament", "third_party", "2024-11", "", "named in a written answer, nothing by the force itself")
    close(ack_file)
}

# Writes the lines of text, one a line, as the file.
function write_lines(name, text) {
    print text > (out "/" name)
    close(out "/" name)
}

function write_small_files() {
    write_lines("label.txt", "Invented data: one made-up product; no force said any of this")
    write_lines("tools.csv", "tool_id,name,vendor,aliases,category,covert_capable,uses_ai,parent_tool_id\n" \
        "halcyon-insight,Halcyon Insight,Example Analytics Ltd,Insight platform,data platform,yes,yes,\n" \
        "halcyon-field,Halcyon Field,Example Analytics Ltd,,mobile application,yes,,halcyon-insight")
    write_lines("requests.csv", "request_id,title,aliases,date_logged,scope,tool_id,summary,source_url\n" \
        "7301/23,\"Contracts for Halcyon Insight, their cost, and meetings\",Log No 7301/23,2023-03-06,national,halcyon-insight,\"Invented: asks for contracts in the last five years, their cost, and meetings with the supplier\"," address("requests", "7301/23") "\n" \
        "7352/24,\"Use of Halcyon Insight, its cost, impact assessment and meetings\",Log No 7352/24,2024-07-01,national,halcyon-insight,\"Invented: asks whether the product is used, its cost, its impact assessment, and meetings with the supplier\"," address("requests", "7352/24") "\n" \
        "7398/25,Contracts for Halcyon Insight and impact assessments,Log No 7398/25,2025-09-01,national,halcyon-insight,Invented: asks for current contracts and impact assessments," address("requests", "7398/25") "\n" \
        "halcyon-field-2024,Use of Halcyon Field,,2024-09-02,some,halcyon-field,Invented: asks four forces whether they use the mobile part," address("requests", "field"))
    write_lines("questions.csv", "request_id,question_id,topic,text\n" \
        "7301/23,Q1,contract,Contract now or in the last five years\n" \
        "7301/23,Q2,cost,Cost of each contract\n" \
        "7301/23,Q3,meetings,Meetings with the supplier in the last two years\n" \
        "7352/24,Q1,use,Is the product used\n" \
        "7352/24,Q2,cost,Cost in each year\n" \
        "7352/24,Q3,dpia,Impact assessment\n" \
        "7352/24,Q4,meetings,Meetings with the supplier in the last two years\n" \
        "7398/25,Q1,contract,Current contracts with dates\n" \
        "7398/25,Q2,dpia,Impact assessments")
    write_lines("guidance.csv", "guidance_id,title,request_id,tool_id,effective_from,effective_to,condition,expected_stance,expected_partial_ncnd,required_exemptions,requires_link,source\n" \
        "example-1-a,Example circular 1: formally acknowledged,,halcyon-insight,2023-03-01,2024-05-31,acknowledged,held_s21;disclosed;held_exempt,,31(3);24(2),yes," address("circulars", "1") "\n" \
        "example-1-n,Example circular 1: not acknowledged,,halcyon-insight,2023-03-01,2024-05-31,not_acknowledged,ncnd,,31(3);24(2),," address("circulars", "1") "\n" \
        "example-2-a,Example circular 2: formally acknowledged,,halcyon-insight,2024-06-01,,acknowledged,held_s21,yes,31(3);24(2),yes," address("circulars", "2") "\n" \
        "example-2-n,Example circular 2: not acknowledged,,halcyon-insight,2024-06-01,,not_acknowledged,ncnd,,31(3);24(2),," address("circulars", "2"))
    write_lines("collaborations.csv", "collaboration_id,name,force_id,date_from,date_to,lead,source_url,kind,confidence\n" \
        "example-north,Example North shared service (invented),cumbria,2022-04-01,,yes," address("example-north", "members") ",invented,invented\n" \
        "example-north,Example North shared service (invented),durham,2022-04-01,,no," address("example-north", "members") ",invented,invented\n" \
        "example-north,Example North shared service (invented),northumbria,2022-04-01,,no," address("example-north", "members") ",invented,invented\n" \
        "example-north,Example North shared service (invented),cleveland,2024-04-01,,no," address("example-north", "members") ",invented,invented\n" \
        "example-east,Example East alliance (invented),norfolk,2021,,no," address("example-east", "members") ",invented,invented\n" \
        "example-east,Example East alliance (invented),suffolk,2021,,yes," address("example-east", "members") ",invented,invented")
    write_lines("commitments.csv", "commitment_id,title,force_id,applies_to,date_from,date_to,summary,source_url\n" \
        "example-pledge,Example pledge on open use of artificial intelligence,devon-and-cornwall,uses_ai,2024-01-01,,Invented: promises to publish every use," address("devon-and-cornwall", "pledge"))
}

BEGIN {
    seed = 20250901
    if (out == "")
        out = "datasets/national-example"
}

FNR > 1 {
    split_csv($0, cell)
    if (cell[8] < 8) {
        force_at[++forces] = cell[1]
        abbreviation[cell[1]] = cell[10]
    }
}

END {
    add_request("7301/23", "7301-23", "2023-03-08", 3)
    add_request("7352/24", "7352-24", "2024-07-03", 4)
    add_request("7398/25", "7398-25", "2025-09-03", 2)
    add_request("halcyon-field-2024", "field-24", "2024-09-04", 0)
    letters_of_2023()
    letters_of_2024()
    letters_of_2025()
    letters_on_field()
    write_responses()
    write_circulation()
    write_acknowledgements()
    write_small_files()
}
