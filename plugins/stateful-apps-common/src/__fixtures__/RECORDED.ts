import condemnedAndLeftover from './condemned-and-leftover/inputs.json';
import consulHealthy from './consul-healthy/inputs.json';
import consulNoVolume from './consul-no-volume/inputs.json';
import consulOneLostHealing from './consul-one-lost-healing/inputs.json';
import consulOneLostJustNow from './consul-one-lost-just-now/inputs.json';
import consulPersistentHealthy from './consul-persistent-healthy/inputs.json';
import consulPersistentOneLost from './consul-persistent-one-lost/inputs.json';
import consulQuorumLost from './consul-quorum-lost-survivor-has-data/inputs.json';
import pendingNoStorage from './pending-no-storage/inputs.json';
import single from './single/inputs.json';
import webSamePage from './web-same-page/inputs.json';
import webTwoIdentities from './web-two-identities/inputs.json';

/** The recorded inputs, as they stand in their files. @internal */
export const RECORDED = {
  'condemned-and-leftover': condemnedAndLeftover,
  'consul-healthy': consulHealthy,
  'consul-no-volume': consulNoVolume,
  'consul-one-lost-healing': consulOneLostHealing,
  'consul-one-lost-just-now': consulOneLostJustNow,
  'consul-persistent-healthy': consulPersistentHealthy,
  'consul-persistent-one-lost': consulPersistentOneLost,
  'consul-quorum-lost-survivor-has-data': consulQuorumLost,
  'pending-no-storage': pendingNoStorage,
  single,
  'web-same-page': webSamePage,
  'web-two-identities': webTwoIdentities,
};
