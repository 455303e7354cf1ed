using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The changes of what Flux applies that end fights.</summary>
internal static class FluxRemedies
{
    public static ValueList<FightRemedy> CreateForKustomization(LiveObject live, FieldPath path)
    {
        var kustomization = ManagerTools.FindObject(FightTool.FluxKustomization, live) ?? "the Kustomization";
        return
        [
            .. CreateRemovals(live, path, kustomization),
            new FightRemedy
            {
                Title = $"In the manifest of {FightRemedies.Describe(live)}, let Flux create the object and leave it alone afterwards:",
                Text = """
                    metadata:
                      annotations:
                        kustomize.toolkit.fluxcd.io/ssa: IfNotPresent

                    """,
            },
        ];
    }

    public static ValueList<FightRemedy> CreateForHelmRelease(LiveObject live, FieldPath path)
    {
        var release = ManagerTools.FindObject(FightTool.FluxHelmRelease, live) ?? "the HelmRelease";
        return PathTexts.FindPointer(path, live.Json) is not { } pointer
            ? []
            :
            [
                new FightRemedy
                {
                    Title = $"In {release}, take the field out of the corrections of drift; and for upgrades, see the chart's template below:",
                    Text = $"""
                        spec:
                          driftDetection:
                            ignore:
                            - paths:
                              - {QuotedText.Yaml(pointer)}
                              target:
                                kind: {QuotedText.Yaml(live.Value.Kind ?? "")}
                                name: {QuotedText.Yaml(live.Value.Name)}

                        """,
                },
            ];
    }

    // An apply without the field leaves it to its other owner; the server refuses one that nobody else owns and that is required.
    private static ValueList<FightRemedy> CreateRemovals(LiveObject live, FieldPath path, string kustomization)
    {
        if (PathTexts.FindPointer(path, live.Json) is not { } pointer)
        {
            return [];
        }

        var images = path.IsContainerImage ? ", and remove its entry in `images:`" : "";
        return
        [
            new FightRemedy
            {
                Title = $"In the kustomization.yaml of {kustomization}, leave the field out{images}, once its new owner has written it:",
                Text = $"""
                    patches:
                    - target:
                        kind: {QuotedText.Yaml(live.Value.Kind ?? "")}
                        name: {QuotedText.Yaml(live.Value.Name)}
                      patch: |-
                        - op: remove
                          path: {QuotedText.Yaml(pointer)}

                    """,
            },
        ];
    }
}
