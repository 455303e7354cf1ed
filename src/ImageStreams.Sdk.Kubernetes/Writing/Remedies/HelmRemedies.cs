using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The changes of a chart that end fights.</summary>
internal static class HelmRemedies
{
    public static ValueList<FightRemedy> Create(LiveObject live, FieldPath path) => path.IsContainerImage
        ? [CreateLookup(live, path)]
        : [CreateRemoval(live, path)];

    // A chart has to name an image when it creates the object. With the image of the cluster in the manifest, an upgrade changes nothing.
    private static FightRemedy CreateLookup(LiveObject live, FieldPath path)
    {
        var (version, kind, name) = (Quote(live.Value.ApiVersion ?? ""), Quote(live.Value.Kind ?? ""), Quote(live.Value.Name));
        var podSpec = string.Concat(path.Steps.Take(path.Steps.Count - 2).Select(step => step.ToString()));
        return new FightRemedy
        {
            Title = $"In the chart's template of {FightRemedies.Describe(live)}, keep the image that the container {path.Container} has in the cluster:",
            Text = $$$"""
                {{- $image := .Values.image }}
                {{- $live := lookup {{{version}}} {{{kind}}} .Release.Namespace {{{name}}} }}
                {{- if $live }}
                {{- range $live{{{podSpec}}} }}
                {{- if eq .name {{{Quote(path.Container)}}} }}{{ $image = .image }}{{ end }}
                {{- end }}
                {{- end }}
                image: {{ $image }}

                """,
        };
    }

    private static FightRemedy CreateRemoval(LiveObject live, FieldPath path) => new()
    {
        Title = $"In the chart's template of {FightRemedies.Describe(live)}, remove the field, and its value from values.yaml:",
        Text = $"# {path}\n",
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
