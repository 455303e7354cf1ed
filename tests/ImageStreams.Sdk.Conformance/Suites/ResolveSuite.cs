using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Resolution;

namespace ImageStreams.Conformance.Suites;

/// <summary>The pull spec of a tag, and the tags that follow another one of their stream.</summary>
internal sealed class ResolveSuite : ISuite
{
    public string Name => "resolve";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "resolve" => Resolve(input.Get<ImageStream>("stream"), input.Text("tag")),
        "tagReferencesLocalTag" => GetLocalTags(input.Get<ImageStream>("stream")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Resolve(ImageStream stream, string tag) => new()
    {
        ["latestTaggedImage"] = PullSpecs.FindLatestEvent(stream, tag).ToNode(),
        ["resolveLatestTaggedImage"] = Latest(PullSpecs.FindLatest(stream, tag)),
        ["newest"] = Both(external => Newest(PullSpecs.Resolve(stream, tag, new() { PreferPublicRepository = external }))),
        ["recent"] = Both(external =>
            Recent(PullSpecs.Resolve(stream, tag, new() { PreferPublicRepository = external, AcceptLastGood = true }))),
    };

    private static JsonObject Latest(string? pullSpec) => new() { ["ok"] = pullSpec is not null, ["pullSpec"] = pullSpec ?? "" };

    private static JsonObject Both(Func<bool, JsonObject> answer) => new() { ["false"] = answer(false), ["true"] = answer(true) };

    private static JsonObject Newest(PullSpecResolution resolution) => resolution switch
    {
        PullSpecResolution.Imported imported => Tag(imported.PullSpec, hasStatus: true, isEmpty: false),
        PullSpecResolution.FromSource source => Tag(source.PullSpec, hasStatus: false, isEmpty: false),
        PullSpecResolution.Empty empty => Tag(empty.PullSpec, hasStatus: false, isEmpty: true),
        PullSpecResolution.AwaitingImport => Errors.OfKind("waitForPullSpec"),
        _ => Errors.OfKind("noStreamRepository"),
    };

    private static JsonObject Recent(PullSpecResolution resolution)
    {
        var answer = Newest(resolution);
        if (!answer.ContainsKey("error"))
        {
            answer["hasNewer"] = resolution is PullSpecResolution.Imported { HasNewer: true };
        }

        return answer;
    }

    private static JsonObject Tag(string pullSpec, bool hasStatus, bool isEmpty) =>
        new() { ["hasStatus"] = hasStatus, ["isTagEmpty"] = isEmpty, ["pullSpec"] = pullSpec };

    private static JsonArray GetLocalTags(ImageStream stream) => stream.Spec.Tags.Select(JsonNode (specTag) =>
    {
        var local = TagSource.TryReadOwnTag(stream, specTag, out var tag);
        return new JsonObject { ["tag"] = specTag.Name, ["local"] = local, ["localTag"] = tag };
    }).ToArray();
}
