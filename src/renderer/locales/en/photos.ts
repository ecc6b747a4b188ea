export const photos = {
  layout: { grid: 'As pictures', list: 'As a list' },
  creditNotStated: 'Credit not stated',
  none: {
    'not-held': { short: 'Not held', long: 'The picture is not held: only what is known of it.' },
    'read-only': {
      short: 'No small picture: read only',
      long: 'No small picture was made of it yet, and none can be made now: the archive is open to read only.',
    },
    drawing: { short: 'A drawing', long: 'It is a drawing, of which no small picture is made.' },
    pixels: {
      short: 'Too many pixels',
      long: 'It has more pixels than are decoded here, so no small picture was made.',
    },
    'no-preview': {
      short: 'No preview inside',
      long: 'The file holds no preview that can be shown here.',
    },
    damaged: { short: 'Damaged', long: 'The picture is damaged beyond what can be shown. The file is kept.' },
    'no-picture': { short: 'Cannot be shown', long: 'This kind of file cannot be shown as a picture here.' },
    'not-now': { short: 'Not to be had now', long: 'The small picture cannot be had now.' },
    other: { short: 'No small picture', long: 'No small picture could be made of it. The file is kept.' },
  },
  stage: {
    label: 'Picture',
    scroll: 'Picture at full size; the arrow keys move it',
    enlarge: 'Large',
    reduce: 'Beside the others',
    full: 'Full size (100%)',
    fit: 'Fit to the pane',
    previous: 'Previous photo',
    next: 'Next photo',
    place: 'Photo {n} of {total}',
    preview:
      'This window cannot show {type} pictures in full: this is a small picture made of it, {width} × {height}. The file is held unchanged.',
    brokenPreview:
      'This window cannot show the file itself: this is a small picture made of it, {width} × {height}. The file is held unchanged.',
  },
  similar: {
    title: 'Similar pictures',
    note: 'By how they look, among those of which a small picture was made. Nothing is merged.',
    distance: {
      same: 'Looks the same',
      near: 'Nearly the same',
      like: 'Very like it',
      some: 'Like it',
    },
    open: '{title}: {distance}',
  },
  sidecar: 'XMP file beside it',
}
