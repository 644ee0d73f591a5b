import { useAsk, useWorld } from '../api/hooks'
import { graphql } from '../api/graphql'

const CountiesList = graphql(`
  query Counties {
    counties(first: 500, orderBy: { field: CODE }) { totalCount nodes { code name regions { name } } }
  }
`)

/** All counties, for the picker. */
export const useCounties = () => useAsk(CountiesList, {})

const CountyHead = graphql(`
  query CountyHead($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) {
      id code name revision effective regions { name }
      townships(first: 500) { nodes { id key name } }
    }
  }
`)

/** The county of the address with its townships, at the address's version. */
export function useCounty() {
  const world = useWorld()
  return useAsk(CountyHead, world, !!world.code)
}
