import { choice } from '#kernel';

/** Who put an application forward. */
export const source = choice('Source', {
  'open-call': 'an open call',
  'local-government-delivery-council': 'the Local Government Delivery Council',
  'district-councils-network': 'the District Councils Network',
  officers: 'officers',
});
