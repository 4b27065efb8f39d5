# Draws stance maps: gnuplot -d -c stance-map.gp NAME ...
# For each NAME reads NAME.csv (column, row, letter, state, abbreviation; further
# columns are for people) and writes NAME.svg and NAME.png. No text of the data
# stands in this script. Each state differs by letter, lightness and frame, so
# that the map reads in grey print and for colour-blind readers.
set encoding utf8
set locale "C"
set datafile separator comma
set datafile commentschars ""
unset key
unset border
unset tics
set margins 0, 0, 0, 0
set style fill solid 1.0 noborder

# Frames are smaller boxes on larger ones: blue, orange, teal with a white line
# inside, grey, white in dark, white in grey.
# Outside every range, and not NaN: gnuplot 5.4 crashes on labels whose only point is NaN.
nowhere = 1e6
is(state) = strcol(4) eq state
at(state) = is(state) ? column(1) : nowhere

$legend << END
0,0,C,confirm,confirm
2.3,0,D,deny,deny
6,0,N,ncnd,neither confirm nor deny
0,0.62,-,silent,silent
2.3,0.62,U,unread,not yet read
6,0.62,?,unknown,no response known
END

cell = 46
do for [i = 1:ARGC] {
    name = ARGV[i]
    data = name . ".csv"
    set xrange [*:*] noreverse
    set yrange [*:*] noreverse
    stats data using 1:2 skip 1 nooutput
    right = STATS_max_x > 7 ? STATS_max_x + 0.6 : 7.6
    right = right < 10.4 ? 10.4 : right
    bottom = STATS_max_y > 10 ? STATS_max_y : 10
    below = bottom + 0.95
    set xrange [-0.6:right]
    set yrange [below + 1.0:-0.6]
    wide = (right + 0.6) * cell
    high = (below + 1.6) * cell
    do for [form = 1:2] {
        if (form == 1) {
            set terminal svg size wide, high font "sans-serif,15" background "#FFFFFF"
            set output name . ".svg"
        } else {
            set terminal pngcairo size wide * 2, high * 2 font "DejaVu Sans,14" fontscale 2 linewidth 2 background "#FFFFFF"
            set output name . ".png"
        }
        plot data skip 1 using (at("confirm")):2:(0.46):(0.46) with boxxyerror fc rgb "#12436D", \
             data skip 1 using (at("deny")):2:(0.46):(0.46) with boxxyerror fc rgb "#F46A25", \
             data skip 1 using (at("ncnd")):2:(0.46):(0.46) with boxxyerror fc rgb "#28A197", \
             data skip 1 using (at("ncnd")):2:(0.41):(0.41) with boxxyerror fc rgb "#FFFFFF", \
             data skip 1 using (at("ncnd")):2:(0.37):(0.37) with boxxyerror fc rgb "#28A197", \
             data skip 1 using (at("silent")):2:(0.46):(0.46) with boxxyerror fc rgb "#BFBFBF", \
             data skip 1 using (at("unread")):2:(0.46):(0.46) with boxxyerror fc rgb "#3D3D3D", \
             data skip 1 using (at("unread")):2:(0.4):(0.4) with boxxyerror fc rgb "#FFFFFF", \
             data skip 1 using (at("unknown")):2:(0.46):(0.46) with boxxyerror fc rgb "#BFBFBF", \
             data skip 1 using (at("unknown")):2:(0.43):(0.43) with boxxyerror fc rgb "#FFFFFF", \
             $legend using (at("confirm") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#12436D", \
             $legend using (at("deny") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#F46A25", \
             $legend using (at("ncnd") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#28A197", \
             $legend using (at("ncnd") - 0.28):($2 + below):(0.2):(0.2) with boxxyerror fc rgb "#FFFFFF", \
             $legend using (at("ncnd") - 0.28):($2 + below):(0.18):(0.18) with boxxyerror fc rgb "#28A197", \
             $legend using (at("silent") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#BFBFBF", \
             $legend using (at("unread") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#3D3D3D", \
             $legend using (at("unread") - 0.28):($2 + below):(0.19):(0.19) with boxxyerror fc rgb "#FFFFFF", \
             $legend using (at("unknown") - 0.28):($2 + below):(0.22):(0.22) with boxxyerror fc rgb "#BFBFBF", \
             $legend using (at("unknown") - 0.28):($2 + below):(0.21):(0.21) with boxxyerror fc rgb "#FFFFFF", \
             data skip 1 using (at("confirm")):($2 - 0.2):5 with labels noenhanced font ",10" tc rgb "#FFFFFF", \
             data skip 1 using (at("confirm")):($2 + 0.17):3 with labels noenhanced tc rgb "#FFFFFF", \
             $legend using (at("confirm") - 0.28):($2 + below):3 with labels noenhanced font ",11" tc rgb "#FFFFFF", \
             data skip 1 using (is("confirm") ? nowhere : $1):($2 - 0.2):5 with labels noenhanced font ",10" tc rgb "#000000", \
             data skip 1 using (is("confirm") ? nowhere : $1):($2 + 0.17):3 with labels noenhanced tc rgb "#000000", \
             $legend using (is("confirm") ? nowhere : $1 - 0.28):($2 + below):3 with labels noenhanced font ",11" tc rgb "#000000", \
             $legend using ($1 + 0.05):($2 + below):5 with labels left noenhanced font ",12" tc rgb "#000000"
        set output
    }
}
