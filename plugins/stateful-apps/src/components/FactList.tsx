import { Fact } from '../viewModel/Fact';
import { FactLine } from './FactLine';

/** The values of one cell. */
export function FactList(props: { facts: Fact[] | undefined; asOf: string }) {
  return (
    <>
      {props.facts?.map(fact => (
        <FactLine key={fact.key} fact={fact} asOf={props.asOf} />
      ))}
    </>
  );
}
