export { type Phase, type PhaseName, type Rehearsal, type RehearseEvent, type RehearseRequest, rehearse } from './rehearse.ts';
