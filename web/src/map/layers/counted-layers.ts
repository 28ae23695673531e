import { IconLayer, ScatterplotLayer } from '@deck.gl/layers'
import { telemetry } from '../telemetry.ts'

type Changed = ReturnType<
  NonNullable<ReturnType<ScatterplotLayer['getAttributeManager']>>['getAttributes']
>

/** Counts the per-row arrays that are sent to the graphics processor; constants cost nothing. */
function count(changed: Changed, rows: number): void {
  for (const attribute of Object.values(changed)) {
    if (attribute.isConstant) continue
    telemetry.attributeBuilds += 1
    telemetry.attributeRows += rows
  }
}

/** A ScatterplotLayer whose attribute builds are counted. */
export class CountedScatterplotLayer<Props extends object = object> extends ScatterplotLayer<
  unknown,
  Props
> {
  static override layerName = 'CountedScatterplotLayer'
  protected override updateAttributes(changed: Changed): void {
    super.updateAttributes(changed)
    count(changed, this.getNumInstances())
  }
}

/** An IconLayer whose attribute builds are counted. */
export class CountedIconLayer<Props extends object = object> extends IconLayer<unknown, Props> {
  static override layerName = 'CountedIconLayer'
  protected override updateAttributes(changed: Changed): void {
    super.updateAttributes(changed)
    count(changed, this.getNumInstances())
  }
}
