# A lane a force: drawn day, lane, letter, state, label, day of the letter it moved from.
# Acknowledgements and what others published are diamonds, rulings discs; a bar joins the letters between which a force moved.
data = name . ".dat"
set datafile separator "\t"
stats data using 1:2 skip 1 nooutput
first_day = STATS_min_x
span = STATS_max_x - first_day < 60 ? 60 : STATS_max_x - first_day
lanes = STATS_max_y + 1
lane_high = 26
left = 272
wide = 900
axis_y = lanes * lane_high + 10
legend_y = axis_y + 52
high = legend_y + 44
load "frame.gp"

# Half a diamond's height is the side of gnuplot's square, turned.
diamond = 11.5 / (point_px * sqrt(2))
disc = 7.5 / point_px
x(day) = left + (day - first_day) * (wide - left - 26.0) / span
# Marks are as wide as the two of a lane that stand closest allow.
closest = span
last_lane = -1
last_day = 0
distance(day, lane) = (closest = lane == last_lane && day - last_day < closest ? day - last_day : closest, \
    last_lane = lane, last_day = day, closest)
stats data using (distance($1, $2)) skip 1 nooutput
half = closest * (wide - left - 26.0) / span / 2
half = half > 9 ? 9 : half < 5 ? 5 : half
y(n) = 14 + column(2) * lane_high
set arrow 1 from left - 12, axis_y to wide - 10, axis_y nohead linecolor rgb dark
every_months = span > 1500 ? 12 : span > 600 ? 6 : 3
year = int(strftime("%Y", first_day * 86400))
month = 1
tick = 1
do for [i = 0:160] {
    day = strptime("%Y-%m-%d", sprintf("%d-%02d-01", year, month)) / 86400
    if (day >= first_day && day <= first_day + span) {
        tick = tick + 1
        set arrow tick from x(day), 2 to x(day), axis_y + 5 nohead linecolor rgb "#DDDDDD" back
        set label tick strftime(every_months == 12 ? "%Y" : "%b %Y", day * 86400) at x(day), axis_y + 16 center font ",12" textcolor rgb ink
    }
    month = month + every_months
    year = month > 12 ? year + 1 : year
    month = month > 12 ? month - 12 : month
}
$legend << END
12	0	C	confirm	confirm
92	0	D	deny	deny
154	0	N	ncnd	neither confirm nor deny
348	0	A	acknowledgement	own acknowledgement
534	0	O	others	by others
624	0	W	withdrawal	withdrawn
726	0	R	ruling	ruling
800	0	-	moved	moved
12	28	Đ	deny	deny open use, NCND for the rest
END
key_y = "$2 + legend_y"
marks = states_of("data skip 1", "x($1)", "y(0)", "half", "9")
keys = states_of("$legend", "$1", key_y, "9", "9")
dark_state(n) = is("confirm") || is("acknowledgement") || is("ruling")
moved = 'strcol(6) eq ""'
plot data skip 1 using (left - 12):(y(0)):(wide - left + 2):(0) with vectors nohead lc rgb "#E8E8E8", \
     data skip 1 using (@moved ? nowhere : x($6)):(y(0)):(@moved ? 0 : x($1) - x($6)):(0) with vectors nohead lw 5 lc rgb dark, \
     @marks \
     data skip 1 using (is("acknowledgement") ? x($1) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb plum, \
     data skip 1 using (is("others") ? x($1) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb light, \
     data skip 1 using (is("withdrawal") ? x($1) : nowhere):(y(0)) with points pt 13 ps diamond lc rgb mid, \
     data skip 1 using (is("ruling") ? x($1) : nowhere):(y(0)) with points pt 7 ps disc lc rgb dark, \
     data skip 1 using (dark_state(0) ? x($1) : nowhere):(y(0)):3 with labels noenhanced font ",11" tc rgb white, \
     data skip 1 using (dark_state(0) ? nowhere : x($1)):(y(0)):3 with labels noenhanced font ",11" tc rgb black, \
     data skip 1 using (left - 22):(y(0)):5 with labels right noenhanced font ",12" tc rgb ink, \
     @keys \
     $legend using (is("acknowledgement") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb plum, \
     $legend using (is("others") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb light, \
     $legend using (is("withdrawal") ? $1 : nowhere):(@key_y) with points pt 13 ps diamond lc rgb mid, \
     $legend using (is("ruling") ? $1 : nowhere):(@key_y) with points pt 7 ps disc lc rgb dark, \
     $legend using (is("moved") ? $1 - 8 : nowhere):(@key_y):(16):(0) with vectors nohead lw 5 lc rgb dark, \
     $legend using (dark_state(0) ? $1 : nowhere):(@key_y):3 with labels noenhanced font ",11" tc rgb white, \
     $legend using (dark_state(0) || is("moved") ? nowhere : $1):(@key_y):3 with labels noenhanced font ",11" tc rgb black, \
     $legend using ($1 + 15):(@key_y):5 with labels left noenhanced font ",12" tc rgb ink
