using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Resolution;
using ImageStreams.Workloads;

namespace ImageStreams.Conformance.Suites;

/// <summary>The meaning of image names, and the workloads that use them after admission.</summary>
internal sealed class LookupSuite : ISuite
{
    public string Name => "lookup";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "resolveReference" => Node(ReadNames(input).Resolve(
            input.Get<ObjectReference>("reference"),
            input.Text("defaultNamespace"),
            input.GetProperty("resolveAllNames").GetBoolean())),
        "admit" => Admit(input),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static ImageNameResolver ReadNames(JsonElement input) => new(
        new ImageStreamSet(input.List<ImageStream>("streams")),
        new ImageSet(input.List<Image>("images")),
        input.Text("internalRegistryHostname"));

    private static JsonObject Admit(JsonElement input)
    {
        var old = input.TryGetProperty("old", out var before) && before.ValueKind == JsonValueKind.Object
            ? Workload.Parse(before.GetRawText())
            : null;
        var admitted = new ImageAdmission(ReadNames(input)).Admit(Workload.Parse(input.GetProperty("object").GetRawText()), old);
        return new JsonObject { ["object"] = JsonNode.Parse(admitted.Workload.Utf8) };
    }

    private static JsonObject Node(ImageNameResolution resolution) => resolution switch
    {
        ImageNameResolution.Resolved image => Node(image.PullSpec, image.Image, image.IsLocalName, image.IsIntegrated),
        ImageNameResolution.EmptyTag tag => Node(tag.PullSpec, null, isLocalName: true, tag.IsIntegrated),
        ImageNameResolution.Malformed malformed => Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(malformed.Reason.ToString())),
        ImageNameResolution.NotFound => Errors.OfKind("notFound"),
        ImageNameResolution.NotLocal => Errors.OfKind("notLocal"),
        _ => Errors.OfKind("unresolvable"),
    };

    private static JsonObject Node(string pullSpec, string? image, bool isLocalName, bool isIntegrated) => new()
    {
        ["pullSpec"] = pullSpec,
        ["image"] = image,
        ["localRewrite"] = isLocalName,
        ["integratedRegistry"] = isIntegrated,
    };
}
