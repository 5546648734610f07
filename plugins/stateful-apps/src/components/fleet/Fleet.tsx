import { Content, ContentHeader } from '@backstage/core-components';
import { useText } from '../../hooks/useText';
import { useFleet } from '../../hooks/useFleet';
import { useFleetFilters } from '../../hooks/useFleetFilters';
import { LiveAge } from '../LiveAge';
import { Failed } from '../states/Failed';
import { ClusterProblems } from './ClusterProblems';
import { FleetFilterBar } from './FleetFilterBar';
import { FleetSkeleton } from './FleetSkeleton';
import { FleetStrip } from './FleetStrip';
import { FleetTable } from './FleetTable';

/** All stateful apps that the reader may see, the worst first. */
export function Fleet() {
  const t = useText();
  const [filters, setFilters] = useFleetFilters();
  const { state, sortAgain, loadMore } = useFleet(filters);
  const data = 'data' in state ? state.data : undefined;
  return (
    <Content>
      <ContentHeader
        titleComponent={
          <FleetStrip
            counts={data?.counts}
            chosen={filters.state}
            onChoose={chosen => setFilters({ state: chosen })}
          />
        }
      >
        <LiveAge state={state} />
      </ContentHeader>
      <FleetFilterBar
        filters={filters}
        clusters={data?.clusters ?? []}
        items={data?.items ?? []}
        onChange={setFilters}
      />
      {state.status === 'connecting' && (
        <FleetSkeleton label={t('fleet.loading')} />
      )}
      {state.status === 'failed' && <Failed error={state.error} />}
      {data && (
        <>
          <ClusterProblems clusters={data.clusters} problems={data.problems} />
          <FleetTable
            data={data}
            isFiltered={Object.values(filters).some(Boolean)}
            onClearFilters={() =>
              setFilters({
                cluster: undefined,
                namespace: undefined,
                kind: undefined,
                state: undefined,
                search: undefined,
              })
            }
            onSortAgain={sortAgain}
            onMore={loadMore}
          />
        </>
      )}
    </Content>
  );
}
