using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Conformance.Suites;

/// <summary>The tags that Flux, Keel and Argo CD Image Updater choose.</summary>
internal sealed class TagPolicySuite : ISuite
{
    public string Name => "tagpolicy";

    public JsonComparison Comparison { get; } = new TiesComparison();

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "semverParse" or "fluxParse" or "keelParse" or "semverCompare" or "keelCompare" or "semverCheck" =>
            VersionCases.Answer(operation, input),
        _ when operation.StartsWith("flux", StringComparison.Ordinal) => FluxCases.Answer(operation, input),
        _ when operation.StartsWith("keel", StringComparison.Ordinal) => KeelCases.Answer(operation, input),
        _ when operation.StartsWith("argo", StringComparison.Ordinal) => ArgoCdCases.Answer(operation, input),
        _ => throw new NotSupportedException(operation),
    };
}
