/**
 * General English words that ask for the same thing in other words, and words of one family that a stemmer keeps
 * apart. Each line is a group; a word may stand in several. Used at a low weight behind the asked word itself.
 */
export const SYNONYMS: readonly (readonly string[])[] = `
found establish create form start begin launch institute creation foundation establishment formation inception origin
establish set-up organise
visit trip tour travel journey stop arrive
buy purchase acquire acquisition procure
sell sale export supply vendor
cost price worth expense expensive amount
pay payment paid fund finance
money fund cash
help aid assist assistance support
give provide grant supply donate
lend loan credit borrow debt
forgive cancel waive write-off
lead head command chief run direct leader
leader head chief president ruler
boss head chief
kill murder assassinate slay death
die death dead decease
birth born
marry wife husband marriage wed spouse
live reside dwell inhabit residence residents life alive
people population inhabitant citizen resident
population inhabitant people
member membership belong consist comprise
include contain consist comprise
big large huge great major
large big extensive
biggest largest greatest
small little tiny minor
smallest least
important significant major key crucial main
main primary chief principal major
first initial earliest original
oldest earliest ancient
last final latest
new recent modern
old ancient former
fast quick rapid speed
speed velocity rate
begin start commence onset outset
end finish conclude terminate cease stop
finish complete end
stop halt cease prevent end
happen occur take-place
cause lead reason result
reason cause why because
result outcome consequence effect
effect impact influence consequence
use employ utilise usage
make produce manufacture build create
produce production manufacture output
build construct construction erect building
building structure construction
destroy destruction demolish ruin
damage harm destroy
war conflict battle fighting
battle fight war combat
fight combat battle struggle
attack assault raid strike invade
invade invasion attack
win victory defeat victor
defeat beat conquer overcome
conquer conquest capture
capture seize take
weapon arms armament munition
army military troops force soldier
soldier troops army
jet plane aircraft aeroplane fighter
ship vessel boat
car automobile vehicle
agree agreement accord deal treaty pact
treaty accord agreement pact
contract deal agreement
sign signing signature conclude
say state declare claim remark comment statement
claim assert argue allege
call name term known title
name call title
think believe consider opinion view
believe belief think
want wish desire seek
try attempt effort seek
goal aim purpose objective target
purpose aim goal reason function
plan intend scheme project
decide decision determine resolve
choose choice select pick selection
elect election vote
vote ballot election
meet meeting gather summit assembly
talk discuss speak negotiate discussion
discuss discussion debate talk
negotiate negotiation talk
permit allow let authorise permission
allow permit enable
forbid ban prohibit
refuse refusal reject decline deny
reject refuse rejection
oppose opposition opponent against
rival opponent competitor
friend ally partner
ally alliance partner
join accede enter accession
leave depart exit departure
move migrate relocate
migrate migration emigrate immigrate
flee escape fled
enter entry entrance
grow growth increase expand
increase rise grow growth raise
rise increase grow
decrease decline fall reduce reduction drop
reduce reduction decrease lower
expand expansion enlarge extend
change alter modify shift
replace substitute succeed
succeed successor replace success
follow succeed after
show demonstrate display reveal
prove proof evidence
find discover discovery
discover discovery find
invent invention inventor develop
develop development evolve
write author written wrote
author writer
book publication volume
publish publication release issue
teach teacher instruct education
school college education
student pupil
doctor physician
ill illness disease sick
disease illness sickness
medicine drug medication
job occupation profession work
work job employ
worker employee labour
employer company firm
company firm business corporation
business company trade firm
trade commerce commercial
rich wealthy wealth
poor poverty
law legislation statute act
rule govern reign regulation
govern government rule governor
government administration regime
king monarch ruler
power authority
right entitlement
crime offence criminal
punish punishment penalty
prison jail imprison
arrest detain
judge court
country nation state
nation country state national
city town
place location site
located situated location lie
area region territory zone
region area territory
border boundary frontier
river stream
near close adjacent
north northern
south southern
east eastern
west western
high tall height
deep depth
long length
wide width broad
heavy weight weigh
hot heat temperature warm
cold cool
strong strength power
length long
distance far
amount quantity number
number amount figure total
percentage percent proportion share
proportion percentage ratio share
part portion section component
share portion part
type kind sort form
kind type sort
method way technique process
way method manner
example instance
similar alike resemble same
different difference differ distinct
difference differ different
rare uncommon
common frequent widespread
famous renowned well-known
popular popularity
true real
wrong incorrect false
easy simple
hard difficult
difficult difficulty hard
dangerous danger hazard
safe safety security
beautiful beauty
free freedom liberty
freedom liberty free
religion religious faith
church cathedral chapel
god deity divine
child kid offspring
father dad paternal
mother mom maternal
human person man
woman female
man male
food nutrition diet
eat consume
drink beverage
water aquatic
animal creature fauna
plant vegetation flora
ocean sea marine
mountain peak summit
rain rainfall precipitation
storm hurricane
burn combustion fire
break fracture split
divide split division separate
separate division divide
connect link join connection
link connection tie
tie relation relationship link
relation relationship tie
gather collect collection
receive obtain get
obtain get gain acquire
keep retain maintain
maintain keep preserve
protect protection defend defence
defend defence protect
hide conceal
carry transport convey
transport transportation carry
send dispatch deliver
return back
describe description depict
explain explanation
measure measurement
compare comparison
explore exploration explorer
travel journey trip voyage
perform performance play
play act
music musical song
film movie
picture image photo
television tv
channel station
broadcast transmit air
computer machine
engine motor
fuel energy
electricity electric electrical power
own owner possess property
owner proprietor own
responsible responsibility charge
require requirement need
need require necessary
consider regard deem
propose proposal suggest suggestion
suggest propose suggestion
recommend recommendation
appoint appointment nominate name
resign resignation quit
remove removal oust expel
overthrow oust coup topple
revolt rebellion uprising revolution
protest demonstration
sanction penalty embargo
peace peaceful truce
organisation body group institution agency bloc
group organisation bloc band
summit conference meeting
minister secretary
ambassador envoy
headquarters base seat
annual yearly
monthly month
century centuries
era period age
period era time
today now current
currently now present
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
