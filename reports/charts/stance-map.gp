# A cell a force: column, row, letter, state, abbreviation. Each state differs by letter,
# lightness and frame, so that the map reads in grey print and for colour-blind readers.
set datafile separator "\t"
data = name . ".dat"
cell = 46
stats data using 1:2 skip 1 nooutput
last_column = STATS_max_x > 9.8 ? STATS_max_x : 9.8
last_row = STATS_max_y > 10 ? STATS_max_y : 10
wide = (last_column + 1.2) * cell
high = (last_row + 2.55) * cell
left = 0; right = 0; top = 0; bottom = 0
load "frame.gp"

set xrange [-0.6:last_column + 0.6]
set yrange [last_row + 1.95:-0.6]
unset border
unset tics
set style fill solid 1.0 noborder
is(state) = strcol(4) eq state
at(state) = is(state) ? column(1) : nowhere
below = last_row + 0.95
$legend << END
0	0	C	confirm	confirm
2.3	0	D	deny	deny
6	0	N	ncnd	neither confirm nor deny
0	0.62	-	silent	silent
2.3	0.62	U	unread	not yet read
6	0.62	?	unknown	no response known
END

# Frames are smaller boxes on larger ones: blue, orange, teal with a white line inside,
# grey, white in dark, white in grey.
plot data skip 1 using (at("confirm")):2:(0.46):(0.46) with boxxyerror fc rgb blue, \
     data skip 1 using (at("deny")):2:(0.46):(0.46) with boxxyerror fc rgb orange, \
     data skip 1 using (at("ncnd")):2:(0.46):(0.46) with boxxyerror fc rgb teal, \
     data skip 1 using (at("ncnd")):2:(0.41):(0.41) with boxxyerror fc rgb white, \
     data skip 1 using (at("ncnd")):2:(0.37):(0.37) with boxxyerror fc rgb teal, \
     data skip 1 using (at("silent")):2:(0.46):(0.46) with boxxyerror fc rgb mid, \
     data skip 1 using (at("unread")):2:(0.46):(0.46) with boxxyerror fc rgb dark, \
     data skip 1 using (at("unread")):2:(0.4):(0.4) with boxxyerror fc rgb white, \
     data skip 1 using (at("unknown")):2:(0.46):(0.46) with boxxyerror fc rgb mid, \
     data skip 1 using (at("unknown")):2:(0.43):(0.43) with boxxyerror fc rgb white, \
     $legend using (at("confirm") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb blue, \
     $legend using (at("deny") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb orange, \
     $legend using (at("ncnd") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb teal, \
     $legend using (at("ncnd") - 0.28):($2 + below):(0.2):(0.2) with boxxyerror fc rgb white, \
     $legend using (at("ncnd") - 0.28):($2 + below):(0.18):(0.18) with boxxyerror fc rgb teal, \
     $legend using (at("silent") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb mid, \
     $legend using (at("unread") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb dark, \
     $legend using (at("unread") - 0.28):($2 + below):(0.19):(0.19) with boxxyerror fc rgb white, \
     $legend using (at("unknown") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb mid, \
     $legend using (at("unknown") - 0.28):($2 + below):(0.21):(0.21) with boxxyerror fc rgb white, \
     data skip 1 using (at("confirm")):($2 - 0.2):5 with labels noenhanced font ",11" tc rgb white, \
     data skip 1 using (at("confirm")):($2 + 0.17):3 with labels noenhanced font ",14" tc rgb white, \
     $legend using (at("confirm") - 0.28):($2 + below):3 with labels noenhanced font ",11" tc rgb white, \
     data skip 1 using (is("confirm") ? nowhere : $1):($2 - 0.2):5 with labels noenhanced font ",11" tc rgb black, \
     data skip 1 using (is("confirm") ? nowhere : $1):($2 + 0.17):3 with labels noenhanced font ",14" tc rgb black, \
     $legend using (is("confirm") ? nowhere : $1 - 0.28):($2 + below):3 with labels noenhanced font ",11" tc rgb black, \
     $legend using ($1 + 0.05):($2 + below):5 with labels left noenhanced font ",12" tc rgb black
