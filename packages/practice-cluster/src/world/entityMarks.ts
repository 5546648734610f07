/** Labels and annotations by which a StatefulSet points back at its catalog entity. @public */
export function entityMarks(component: string) {
  return {
    labels: {
      'backstage.io/kubernetes-id': component,
      'stateful-apps.io/entity': `component.default.${component}`,
    },
    annotations: {
      'stateful-apps.io/entity': `component:default/${component}`,
    },
  };
}
