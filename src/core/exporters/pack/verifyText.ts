/** VERIFY.txt: how to check a pack without the program that made it, in plain words. */
export const verifyText = `HOW TO CHECK THIS PACK
======================

You need no special program. Work in the folder in which this file stands.
Nothing here asks for a network.

There are two questions, and each needs its own check:

  1. Is every file as it was written?     compare the fingerprints
  2. Is every file here, and no other?    compare the list

manifest-sha256.txt names every file under "data" with its SHA-256 fingerprint.
manifest-sha512.txt does the same with SHA-512. tagmanifest-sha256.txt does it
for the files beside this one, the two manifests among them.


LINUX

  1. sha256sum -c --quiet manifest-sha256.txt
     sha256sum -c --quiet tagmanifest-sha256.txt
     No output means that every file that is named is there and unchanged.

  2. sha256sum does not notice files that were ADDED. Compare the list:
     (find data -type f; cut -c67- manifest-sha256.txt) | sort | uniq -u
     No output means that there is no file too many and none too few.


MACOS (Terminal)

  1. shasum -a 256 -c manifest-sha256.txt | grep -v ': OK$'
     shasum -a 256 -c tagmanifest-sha256.txt | grep -v ': OK$'
     No output means that every file that is named is there and unchanged.

  2. shasum does not notice files that were ADDED. Compare the list:
     (find data -type f; cut -c67- manifest-sha256.txt) | sort | uniq -u
     (The Finder adds files named .DS_Store; those are not part of the pack.)


WINDOWS (PowerShell)

  1. Get-Content manifest-sha256.txt | ForEach-Object {
       $hash, $name = $_ -split '  ', 2
       if (-not (Test-Path -LiteralPath $name)) { "MISSING  $name" }
       elseif ((Get-FileHash -Algorithm SHA256 -LiteralPath $name).Hash -ne $hash) { "CHANGED  $name" }
     }
     The same with tagmanifest-sha256.txt. No output means that every file that
     is named is there and unchanged.

     For a single file without PowerShell:
     certutil -hashfile data\\index.html SHA256
     and compare with its line in manifest-sha256.txt.

  2. Files that were ADDED are not noticed by this. Compare the list:
     $named = Get-Content manifest-sha256.txt | ForEach-Object { ($_ -split '  ', 2)[1] }
     $found = Get-ChildItem data -Recurse -File -Force | ForEach-Object {
       (Resolve-Path -Relative $_.FullName).Substring(2) -replace '\\\\', '/' }
     Compare-Object $named $found
     No output means that there is no file too many and none too few.


WITHOUT COMMANDS

Open verify.html, beside this file, in a browser and drop this folder (or the
zip) onto it. It makes both checks, and looks for each quotation in the texts.
It needs no network. But it came with the pack: whoever can change the pack can
change that page too. The commands above rest on your own system alone.


WHAT THIS DOES NOT SHOW

Whoever can change a file can also write new manifests. So ask the sender, over
another way than the one by which the pack came, for the fingerprint of the file
tagmanifest-sha256.txt. It stands for the whole pack.

  Linux    sha256sum tagmanifest-sha256.txt
  macOS    shasum -a 256 tagmanifest-sha256.txt
  Windows  certutil -hashfile tagmanifest-sha256.txt SHA256

To read it out by telephone there are twelve words for it: verify.html shows
them, and takes the words that you hear; the program Cuttings shows them too.
Spell a word where it is not sure. The last word holds a check: one word that
was misheard is noticed fifteen times out of sixteen before it is compared.
(They are the first 128 bits of the fingerprint and four bits of check, eleven
bits to a word.)


IS IT SIGNED?

If there is a file tagmanifest-sha256.txt.sig beside this one, the pack is
signed. That file is the only one that stands in no manifest: what it signs,
tagmanifest-sha256.txt, cannot name it. It is checked with OpenSSH, which Linux,
macOS and Windows bring along:

  ssh-keygen -Y check-novalidate -n citation-pack -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

  "Good" means: whoever has the key that is printed there signed this list. It
  does not say who that is. Compare the key with the one that the sender gave
  you before. To let ssh-keygen do that, put one line into a file "signers":

  desk namespaces="citation-pack" ssh-ed25519 AAAA...

  ssh-keygen -Y verify -f signers -I desk -n citation-pack -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

  (In PowerShell: Get-Content -Raw does not keep every byte; use cmd for these.)

No such file means: nobody signed. That is not a failure.

Where the program Cuttings is at hand, "cuttings verify" and the name of this
folder (or of the zip) makes all of these checks at once and changes nothing.


WHAT IS IN IT

Open data/index.html in a browser. Nothing in it runs, and nothing is loaded.
`
