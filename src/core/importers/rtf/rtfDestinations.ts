/** Groups whose content is no text of the document (RTF 1.9.1, appendix C: destinations). */
export const skipped: ReadonlySet<string> = new Set(
  (
    'colortbl listtable listoverridetable rsidtbl revtbl generator themedata colorschememapping latentstyles datastore ' +
    'xmlnstbl mmathPr filetbl pgptbl userprops docvar defchp defpap fontemb fontfile panose falt nonshppict ' +
    'objdata objclass objname objalias objsect pn pntext pntxtb pntxta pnseclvl listtext bkmkstart bkmkend xe tc tcn ' +
    'rxe txe shprslt template passwordhash private blipuid ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'nonesttables nesttableprops tblprops svb atrfstart atrfend atntime atndate atnparent atnref atnicn ' +
    'oldcprops oldpprops oldtprops oldsprops'
  ).split(' '),
)

/** Groups that readers are told to skip where they do not know them (`\*`), and that are known here. */
export const known: ReadonlySet<string> = new Set(
  'shppict shpinst shptxt fldinst fldrslt ud annotation atnauthor picprop footnote'.split(' '),
)
