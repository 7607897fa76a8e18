/**
 * What our own customer database holds. A real worker would read it from
 * there; here it is a list.
 */
export const crm = [
  { name: 'Annie Easley', email: 'annie.easley@centaur.example', company: 'Centaur' },
  { name: 'Edsger Dijkstra', email: 'edsger@shortest.example', company: 'Shortest Path' },
  { name: 'Hedy Lamarr', email: 'hedy@hopping.example', company: 'Hopping Radio' },
  { name: 'Jean Bartik', email: 'jean.bartik@eniac.example', company: 'ENIAC Six' },
  { name: 'John Backus', email: 'john@fortran.example', company: 'Fortran & Sons' },
  { name: 'Radia Perlman', email: 'radia@spanning.example', company: 'Spanning Tree' },
];
