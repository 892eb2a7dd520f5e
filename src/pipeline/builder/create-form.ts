import type { BuilderForm, BuilderFrame, BuilderState } from '../../domain/builder.ts'
import { LEVERS } from '../../levers/registry.ts'
import { presetOf } from './choice.ts'
import { AGAINST, choiceParts, writePosts, writeSetting } from './write-address.ts'

/** The form of a state. @param add code of the lever that gets a further setting */
export function createForm(
  state: BuilderState,
  { presets, baseYear }: Pick<BuilderFrame, 'presets' | 'baseYear'>,
  add: string | null = null,
): BuilderForm {
  const against = presetOf(state.against, presets)?.name ?? null
  const kept =
    against === null
      ? choiceParts(state.against, baseYear).map(([key, value]) => [`${AGAINST}.${key}`, value] as const)
      : []
  return {
    state,
    started: presetOf(state.built, presets)?.name ?? null,
    against,
    kept,
    posts: writePosts(state.built.establishment),
    byYear: new Map(
      LEVERS.flatMap((lever) =>
        (state.built.levers.get(lever.code) ?? []).flatMap((setting, i) =>
          setting.path === null
            ? []
            : [[`${lever.code}/${i}`, writeSetting(lever, setting, baseYear)] as const],
        ),
      ),
    ),
    add,
  }
}
