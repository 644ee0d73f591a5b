import { useAll, useAsk, useWorld } from '../api/hooks'
import { graphql } from '../api/graphql'

const CountiesList = graphql(`
  query Counties($after: String) {
    counties(first: 500, after: $after, orderBy: { field: CODE }) { pageInfo { hasNextPage endCursor } nodes { code name regions { name } } }
  }
`)

/** All counties, for the picker. */
export const useCounties = () => useAll(CountiesList, { after: null }, (a) => a.counties)

const CountyHead = graphql(`
  query CountyHead($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) {
      id code name revision effective regions { name }
      townships(first: 500) { nodes { id key name } }
      departments(first: 0) { totalCount }
    }
  }
`)

/** The county of the address with its townships, at the address's version. */
export function useCounty() {
  const world = useWorld()
  return useAsk(CountyHead, world, !!world.code)
}

/** Whether there is no county of the address's code, in any version. */
export function useNoSuchCounty() {
  const { data, isPlaceholderData } = useCounty()
  return !isPlaceholderData && data?.county === null
}
