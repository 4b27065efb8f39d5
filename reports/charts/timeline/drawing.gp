# A lane a force: day, row, letter, state, label, day of the letter it moved from and how many rows
# below, first and last day, row on a slide, where its lane ends there, rows of the lane.
# Acknowledgements and what others published are diamonds, rulings discs; a thick bar joins the
# letters between which a force moved, a thin one the days on which an event may have been.
load "room.gp"
data = name . ".dat"
stats data using 8:9 skip 1 nooutput
first_day = STATS_min_x
span = STATS_max_y - first_day < 60 ? 60 : STATS_max_y - first_day
stats data using 2 skip 1 nooutput
rows = STATS_max + 1
row_high = slide ? 42 : 26
left = slide ? room_of(30) + 40 : 272
wide = slide ? room_wide : 900
right = wide - (slide ? 34 : 26)
legend_rows = 2
legend_high = slide ? 50 : 28
rows_fit = slide ? floor((room_high - 60 - 60 - legend_rows * legend_high) / row_high) : rows
lanes = 0; lanes_shown = 0; rows_shown = 0
count_lane(first, end) = (lanes = lanes + first, lanes_shown = lanes_shown + (first && end <= rows_fit ? 1 : 0), \
    rows_shown = end <= rows_fit && end > rows_shown ? end : rows_shown, lanes)
stats data using (count_lane(strcol(5) ne "" ? 1 : 0, $11)) skip 1 nooutput
rows_shown = slide ? rows_shown : rows
axis_y = rows_shown * row_high + (slide ? 16 : 10)
legend_y = axis_y + (slide ? 74 : 52)
high = slide ? room_high : legend_y + (legend_rows - 1) * legend_high + 16
load "frame.gp"

shown(n) = !slide || column(11) <= rows_fit
row(n) = slide ? column(10) : column(2)
half = slide ? 18 : 9
half_text = slide ? "18" : "9"
# Half a diamond's height is the side of gnuplot's square, turned.
diamond = half * 1.28 / (point_px * sqrt(2))
disc = half * 0.84 / point_px
scale = (right - left) / span
day_x(day) = left + (day - first_day) * scale
x(n) = shown(0) ? day_x(column(1)) : nowhere
y(n) = (slide ? 24 : 14) + row(0) * row_high
label_y(n) = y(0) + (column(12) - 1) * row_high / 2.0
set arrow 1 from left - 12, axis_y to wide - 10, axis_y nohead linecolor rgb dark
# Dates as near as there is room for them.
steps = "1 3 6 12 24 60 120 240 600 1200 2400"
room_of_date = room_of(9) + 10
every_months = 2400
do for [step in steps] { if (step * 30.4 * scale >= room_of_date && step + 0 < every_months) { every_months = step + 0 } }
year = int(strftime("%Y", first_day * 86400))
year = every_months > 12 ? year - year % (every_months / 12) : year
month = 1
tick = 1
do for [i = 0:400] {
    day = strptime("%Y-%m-%d", sprintf("%04d-%02d-01", year, month)) / 86400
    if (day >= first_day && day <= first_day + span) {
        tick = tick + 1
        set arrow tick from day_x(day), 2 to day_x(day), axis_y + 5 nohead linecolor rgb "#DDDDDD" back
        set label tick strftime(every_months >= 12 ? "%Y" : "%b %Y", day * 86400) at day_x(day), axis_y + (slide ? 28 : 16) center font font(12) textcolor rgb ink
    }
    month = month + every_months
    year = year + int((month - 1) / 12)
    month = (month - 1) % 12 + 1
}
if (lanes_shown < lanes) { set label 900 sprintf("%d of %d drawn, those that moved most first. The table beside the picture has all.", lanes_shown, lanes) at 0, high - 20 left font font(12) textcolor rgb ink }
$slide_legend << END
20	0	C	confirm	confirm
260	0	D	deny	deny
440	0	N	ncnd	neither confirm nor deny
960	0	A	acknowledgement	own acknowledgement
1400	0	O	others	by others
20	1	W	withdrawal	withdrawn
260	1	R	ruling	ruling
440	1	Đ	deny	deny open use, NCND for the rest
1100	1	-	moved	moved
1400	1	-	interval	day not known
END
$page_legend << END
12	0	C	confirm	confirm
92	0	D	deny	deny
154	0	N	ncnd	neither confirm nor deny
348	0	A	acknowledgement	own acknowledgement
534	0	O	others	by others
624	0	W	withdrawal	withdrawn
726	0	R	ruling	ruling
800	0	-	moved	moved
12	1	Đ	deny	deny open use, NCND for the rest
348	1	-	interval	day not known: between its ends
END
keys = slide ? "$slide_legend" : "$page_legend"
key_y = "$2 * legend_high + legend_y"
marks = states_of("data skip 1", "x(0)", "y(0)", half_text, half_text)
key_boxes = states_of(keys, "$1", key_y, half_text, half_text)
dark_state(n) = is("confirm") || is("acknowledgement") || is("ruling")
is_line(n) = is("moved") || is("interval")
moved = '(strcol(6) ne "" && shown(0))'
unsure = '($9 > $8 && shown(0))'
beyond = slide ? 32 : 15
plot data skip 1 using (shown(0) ? left - 12 : nowhere):(y(0)):(wide - left + 2):(0) with vectors nohead lc rgb "#E8E8E8", \
     data skip 1 using (@unsure ? day_x($8) : nowhere):(y(0)):(@unsure ? ($9 - $8) * scale : 0):(0) with vectors nohead lw 2 lc rgb dark, \
     data skip 1 using (@unsure ? day_x($8) : nowhere):(y(0) - half / 2.0):(0):(half) with vectors nohead lw 2 lc rgb dark, \
     data skip 1 using (@unsure ? day_x($9) : nowhere):(y(0) - half / 2.0):(0):(half) with vectors nohead lw 2 lc rgb dark, \
     data skip 1 using (@moved ? day_x($6) : nowhere):(@moved ? y(0) + $7 * row_high : 0):(@moved ? x(0) - day_x($6) : 0):(@moved ? -$7 * row_high : 0) with vectors nohead lw 5 lc rgb dark, \
     @marks \
     data skip 1 using (is("acknowledgement") ? x(0) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb plum, \
     data skip 1 using (is("others") ? x(0) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb light, \
     data skip 1 using (is("withdrawal") ? x(0) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb mid, \
     data skip 1 using (is("ruling") ? x(0) : nowhere):(y(0)) with points pt 7 ps disc lc rgb dark, \
     data skip 1 using (dark_state(0) ? x(0) : nowhere):(y(0)):3 with labels noenhanced font font(11) tc rgb white, \
     data skip 1 using (dark_state(0) ? nowhere : x(0)):(y(0)):3 with labels noenhanced font font(11) tc rgb black, \
     data skip 1 using (shown(0) ? left - (slide ? 40 : 22) : nowhere):(label_y(0)):5 with labels right noenhanced font font(12) tc rgb ink, \
     @key_boxes \
     @keys using (is("acknowledgement") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb plum, \
     @keys using (is("others") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb light, \
     @keys using (is("withdrawal") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb mid, \
     @keys using (is("ruling") ? $1 : nowhere):(@key_y) with points pt 7 ps disc lc rgb dark, \
     @keys using (is("moved") ? $1 - 8 : nowhere):(@key_y):(16):(0) with vectors nohead lw 5 lc rgb dark, \
     @keys using (is("interval") ? $1 - 10 : nowhere):(@key_y):(20):(0) with vectors nohead lw 2 lc rgb dark, \
     @keys using (is("interval") ? $1 - 10 : nowhere):(@key_y - 5):(0):(10) with vectors nohead lw 2 lc rgb dark, \
     @keys using (is("interval") ? $1 + 10 : nowhere):(@key_y - 5):(0):(10) with vectors nohead lw 2 lc rgb dark, \
     @keys using (dark_state(0) ? $1 : nowhere):(@key_y):3 with labels noenhanced font font(11) tc rgb white, \
     @keys using (dark_state(0) || is_line(0) ? nowhere : $1):(@key_y):3 with labels noenhanced font font(11) tc rgb black, \
     @keys using ($1 + beyond):(@key_y):5 with labels left noenhanced font font(12) tc rgb ink
