/**
 * The words of a fingerprint that is read out: 2048, sorted, chosen for this project. Each has three to nine letters, none is
 * a number, a day or a month (a date is read out on the same call), no two differ by one letter or sound alike. The order is
 * part of the format: a list that changes makes other words of the same pack.
 */
const lines = `
  abbey ability absent abundant academy accent account achieve acid acorn acoustic acquire acrobat active
  actor adapt address adhesive adjust admiral adobe adult advance adverb advice aerial affair afford
  afraid against agenda agent agile agree aircraft airline airport alarm album alcove alert algebra alibi
  allergy alley alliance almond almost alphabet alpine already alto always amateur amber amount ample
  analyst ancestor anchor anchovy angel animal ankle annex annual answer antelope antenna anthem antique
  anvil anxious anyone apart apology appetite applaud apricot apron aquarium aquatic arcade archer arctic
  arena argue armchair army aroma arrange arrival arrow arsenal article artist ascend ashore aspect
  aspirin assembly assist asteroid athlete athletic atlas atom atrium attempt attend attic attitude
  attract auction audience audio aunt austere author autumn avenue average aviation avocado awake award
  awkward axis azure baby bachelor backbone backpack bacon badge bagel bagpipe bakery balance balcony
  ballad balloon bamboo banana bandage banjo banker banquet barbecue barber bargain barley barnacle barrel
  barrier basement basil basket bassoon bathtub battery bayou bazaar beach beaver because bedroom beef
  beehive beetle before began begonia behave belief believe belong benefit beret berry beside better
  beverage beyond bicycle bigger binder biology biplane birch birthday biscuit bishop bison blanket blaze
  blender blind blizzard blossom blouse bluebird bluff blunt blush board bobcat boiler bold bonfire bonnet
  bonus book bookcase border borrow botany bottle bottom boulder bounce bouquet boutique bowling boxer
  boycott bracelet brain branch brass bravado bread breeze brick bridge brief brigade bright broccoli
  bronze broom brother bubble bucket buckle budget buffalo buggy bugle builder bulb bulldog bullet bumper
  bundle bungalow bunny bureau bushel busy butcher button buttress buyer buzzer cabbage cabin cable
  caboose cactus cafe calcium calendar calico calm calypso camel camera campfire campus canal canary
  candid candle cannon canoe canvas capable capital capsule captain caramel caravan carbon cardigan
  cardinal careful cargo caribou carnival carpet carriage carrot cartoon carve cascade cashew cashier
  cassette castle casual catalog catapult cauldron caution cavalry caviar cedar ceiling celery cellar
  cello cement census centaur center century ceramic cereal certain chain chalk champion channel chapel
  chapter charcoal chariot charity charm chase cheap checkers cheese cheetah chef chemist cherry chess
  chestnut chicken child chimney chipmunk chisel choir choose chorus chrome church chutney cider cigar
  cinema cinnamon circle circus citizen citrus city civil claim clarinet classic claw clean clergy clerk
  clever cliff climate clinic cloak clone closet cloth cloud clown club clumsy cluster coach coast cobalt
  cobbler cobra cockpit cocoa coconut coffee coil coliseum college collie colony column combine comedy
  comet comfort common compass complex composer concert concrete condor conduct confirm congress connect
  consider consult contact convoy cookie copper copy coral cordial corner correct corridor cosmic cosmos
  costume cottage cotton cougar council country couple courage cousin cover cowboy coyote crab crackle
  cradle craft crane crater crawl crayon cream credit creek crescent crew cricket crimson crisis crocus
  crop croquet cross crossbow crouton crowd crumb crunch crystal cube cuckoo cucumber culprit culture
  cupboard cupcake curious current cushion custom cutlery cycle cymbal cypress dabble daffodil daily
  damage damp damsel dancer daring darkness daughter dawn daylight dazzle debate debris debut decade
  decimal deck decorate decoy deep defend degree delay delicate delta demand denim dentist deposit depot
  deputy derby desert design detail detour develop device dewdrop dialog diamond diary dictate diesel
  differ digital dignity dilemma diligent dinner dinosaur diploma direct discover discuss disguise dish
  distant ditch divide dizzy docile doctor document dodge dollar dolphin domain domestic dominoes donkey
  donor doorbell dormant dormouse double doughnut dove dragon drama drawer dress drift drill drink driver
  drizzle drowsy drum dry duchess duet dugout dumpling durable dusk duty dwarf dynamic dynasty eagle early
  earnest earring earth easel eastern easy echo eclipse economy edge edible editor educate effort eggplant
  either elastic elbow elder election electric elegant element elephant elevator elite elm embark embassy
  emblem embrace emerald emotion emperor empire employ empty enamel enchant encore endless endorse enemy
  energy engine engrave enjoy enlist enormous enough entire entrance envelope epic episode equal equip
  erase errand escape espresso essay estate estimate eternal ethics even evening everyone evidence evolve
  exact example excite exercise exhibit exile exist exotic expand expect explain explore export express
  extra eyebrow eyelash fabric factory faculty fade faint fairy faith falcon family famous fancy fantasy
  faraway farmer fashion father fatigue faucet favor federal fedora feed feline fellow fence fern ferret
  fertile festival fever fiction fiddle fidelity field fierce fiesta figure filter final finger finish
  firefly firewood firm first fiscal fishbowl fisher fitness flag flagpole flamingo flannel flash flatter
  fleet flexible float flock flood florist flour flower fluent fluffy flurry flute foam focus fog foggy
  folder folk football forbid forehead forest forget formal fortune forward fossil foster fountain
  fraction fragile frame freckle freedom freight fresh friend frigate fritter front frozen frugal fruit
  frying fuel fulfill funnel furnace furrow fusion future fuzzy gadget galaxy gallery gallon garage garden
  garland garlic garment gate gauge gazebo gazelle gecko gelatin gemini general genius gentle genuine
  geology gesture geyser gherkin giant gift giggle gingham giraffe girl glacier glad glance glass gleam
  glide glimpse glisten glitter globe gloomy glory glossy glucose glue goalie goblet golf gondola goose
  gorilla gossip goulash govern gown grace grammar granite gravel gravity great green grid griddle grizzly
  grocery ground group grow grumpy guard guava guess guitar gumdrop gusto gymnast habit hacksaw haddock
  half halibut hallway hammer hammock hamster happy harbor hardware harmony harness harp harvest hatch
  hawk hazard hazel headline health heart heavy hectic helium helmet helpful hemlock hemp herald herbal
  hero hexagon hickory hidden highway hiking hinge hippo history hobby hockey holiday hollow honest honey
  hood hopeful horizon horn hospital hotel hour house huddle human humble humming hummus humor hungry
  hunter husband hybrid hydrant hyena hygiene hymn iceberg icicle icon idea identity igloo ignore iguana
  image imagine immune impact impala import impress improve impulse incense inch include income index
  indigo indoor industry infant inform inherit initial injury inkwell inland inquiry insect inside inspire
  install instead intact intend invent invite isolate isthmus italic ivory ivy jacket jackpot jaguar jam
  janitor jasmine javelin jazz jealous jelly jersey jester jewel jigsaw jingle jogger join joke journal
  journey jovial joyful jubilee judge juggle juice jukebox jumbo junior juniper justice juvenile kangaroo
  karate kayak keen kennel kettle keyboard keynote kidney kilogram kimono kingdom kiosk kitchen kite
  kitten kiwi knapsack knee kneecap knight knock knuckle koala label labor lacquer ladder lady ladybug
  lagoon lantern laptop large lark laser lattice laugh laundry lava lavender lavish lawyer leader leaf
  learn leather lecture ledger left legal legend legume leisure lemon length lentil leopard lesson lettuce
  level liberty library license lichen lifeboat lilac lily limber limit linen lineup lion liquid list
  lively lizard llama lobster local locket logic lonely longer lottery lotus lounge lucky luggage lullaby
  lunar lunatic lunch luxury lynx lyric macaroni machine magazine magenta magic magnet magpie mahogany
  maiden mailbox majesty major makeup mammal mammoth manager manatee mandarin mango mansion mantle manual
  maple maracas marathon marble margin marigold marina market maroon marry martial mascot mask master
  mattress mature maximum maze meadow measure meat medal medicine medium meeting melody melon member
  memory mention mentor menu mercury mercy mermaid message meteor method metro microbe midnight migrate
  mild millet mimic mineral minimum minnow mint minute miracle mirror mistake mixture mobile model modern
  modest modular moisture molar moment monsoon month monument moon morning mosaic mother motor movie much
  muffin mule multiply mural muscle museum mushroom music muslin mustang mustard muzzle myrtle mystery
  myth nacho napkin narwhal nation native nautical navigate navy near nebula necklace nectar needle
  neglect neighbor neon nephew neptune nerve nest network neutral newborn nickel niece nimble noble nobody
  noise nomad none noodle north notebook nothing notice nougat novel nozzle nuance nugget number nurse
  nursery nutmeg nylon oak oasis oatcake oatmeal obelisk object oblige oboe observe obtain obvious
  occasion ocean octagon octave octopus odor odyssey offer office often ointment olive olympic omelet omit
  onion online onward opal open opera opinion opossum oppose option oracle orange orbit orchard orchid
  ordinary oregano organ oriental origami origin ornament orphan ostrich otter outback outdoor outfit
  outlaw overcoat overlap owl owner oxygen oyster ozone pacific package paddle padlock paella pagoda
  palace pamphlet pancake panda panel panic panther papaya paper paprika parade parasol parcel parent
  parking parlor parsley parsnip partner party passage pasta pastry patient patio patrol pattern pause
  pavement payment peace peacock peanut pebble pelican pencil penguin pension pepper perfect perhaps
  period permit person petal petunia phantom phone photo phrase physics piano piccolo pickle picnic
  picture pigeon pillow pilot pinball pink pioneer pirate pitcher pizza placid planet plaster plate
  plateau plaza pleasant pliers plum plumber plunge plywood podium poem point police pollen pond popcorn
  popular porch portion position possible postage posture potato powder practice prairie praise precious
  predict prefer prelude prepare present pretzel price prism prison private problem produce profit program
  project promise proof property proud proverb provide prune public publish pudding pulley pulse pump
  pumpkin punctual pupil puppet purchase purple purpose pursuit pyramid python quail quaint quality
  quantity quarrel quarter quartz queen quench question quick quiet quince quintet quiver quiz quota
  rabbit raccoon radar radio radish radius raffle railway rainbow raisin rally random ranger rapid rascal
  rattle raven ravine ready real reason recall receipt recipe record recover recruit recycle reduce
  redwood referee reflect reform refresh refuse reggae region regret regular rehearse reindeer relax
  release rely remain remedy remember remind remote rental repair repeat report reptile request rescue
  research residue resist resource respect result retire return reunion reveal reverse review reward
  rhubarb rhythm ribbon rich rigid ring ripple road robe robin robot rodeo roller romance rooster rotate
  rough routine rowboat royal rubber ruby rudder ruin ruler runner rustic safari safety saffron saga
  sailor salad salmon salt salute sandal sarcasm sardine satchel satin sauce sausage savanna savings
  sawdust scale scallop scarf scarlet scatter scenery schedule scholar school science scissors scooter
  score scout scramble scratch screen script scroll sculptor seafood search second secret section security
  segment select senate senior sense sentence sequel sequence series serious sermon servant sesame session
  several shadow shaggy shallow shampoo shape shark sheep shelf shelter sheriff shield shift shine shiver
  shoe shopping shoulder shovel shower shrimp shrub shuffle shutter shy sibling sign silence silver
  similar simple sincere sister size skate sketch skillet skirt skull skylark skyline slab sled sleeve
  slogan slope slow small smart smile smoke smooth snack snail sneeze snorkel soap soccer social sofa
  soldier solid solve someone sonata song soprano source south souvenir soybean space spaniel sparrow
  spatula speaker special spell sphere spider spinach spiral spirit splash splendid sponge spoon sport
  spotted spray spring spruce square squash squid squirrel stable stadium stage stamp standard star
  station statue steady steak steel stem stereo steward stingray stitch stomach stone storage stork straw
  stream street strong student studio stuff stumble subject submit subway success sudden suffer sugar
  suggest suitcase sulfur sultan summer sundial sunlight super supply support supreme surface surgeon
  surprise surround survey swan sweater sweet sword syllable symbol symptom synonym syrup system tablet
  tackle tactic tadpole talent talisman tapestry target tariff tavern taxi teacher team teapot teddy
  teenage telegram temple tenant tennis tent terminal terrace terrier textbook thanks theater theme theory
  thermal thicket thimble thing thirst thistle thought thread thrifty throat throne through thumb thunder
  tiara tidy tiger timid tinsel tiptoe tissue title toaster tobacco today toddler together tomato tomorrow
  tongue tonic tool tooth topaz topsoil tornado tortoise total toucan tourist towel tractor trade traffic
  trail transfer trapeze treasure treaty tree trend triangle tribe trilogy trim triple triumph trolley
  trombone trophy tropical trouble trousers trout truck truffle trumpet trust truth tsunami tuba tugboat
  tulip tundra turban turbine turkey turnip turret turtle tutor tuxedo twilight twin twist type typhoon
  typical ukulele umbrella unable uncle under unicorn uniform unique unit universe unknown unlock until
  unusual upbeat update upgrade uplift upright uproar upset upstairs urgent useful usher usual utensil
  utmost utopia vacant vacuum vague valiant valid vampire vanilla vanish vapor various vase vault vector
  vehicle velvet vendor venture veranda verb verdict verse version vertical vessel veteran viaduct vibrant
  victory video view village vinegar vintage vinyl violet violin viper virtue visa vision visit visual
  vitamin vivid voice volcano volume vote voyage wagon waist waiter walnut walrus waltz wander warm
  warning warrior wave wedding weekend weird welcome welfare western wet whale wharf wheat wheel whether
  whisper wicker widow width wife wigwam wildlife winery winter wisdom woman wombat work world worry
  wreath wrestle wrinkle wrong yacht yard yeast yoga yogurt yonder young zebra zenith zigzag zinc zipper
  zodiac zombie zoology zucchini
`

export const fingerprintWordList: readonly string[] = lines.trim().split(/\s+/)
