using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Lifecycle;

namespace ImageStreams.Conformance.Suites;

/// <summary>Which tags are to be imported, and the request that is posted for them.</summary>
internal sealed class ImportNeedSuite : ISuite
{
    public string Name => "importneed";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "import" => Import(input.Get<ImageStream>("stream")),
        "latestObservedGeneration" => new JsonObject
        {
            ["generation"] = ImportNeeds.GetObservedGeneration(
                new ImageStream { Status = input.Get<ImageStreamStatus>("status") }, input.Text("tag")),
        },
        "postFailure" => PostFailure(input.Get<KubernetesStatus>("status")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Import(ImageStream stream)
    {
        var need = ImportNeeds.Of(stream);
        return new()
        {
            ["tags"] = stream.Spec.Tags.Select(JsonNode? (wish) => Tag(stream, wish)).ToArray(),
            ["needsImport"] = new JsonObject
            {
                ["ok"] = need != ImportNeed.None,
                ["partial"] = need == ImportNeed.DueTags,
            },
            ["request"] = Request(stream),
            ["needsScheduling"] = !ImportNeeds.FindScheduled(stream).IsEmpty,
            ["afterResetScheduled"] = Reset(stream),
        };
    }

    private static JsonObject Tag(ImageStream stream, TagReference wish) => new()
    {
        ["tag"] = wish.Name,
        ["importable"] = ImportNeeds.IsImportable(wish),
        ["imported"] = ImportNeeds.IsImported(stream, wish),
        ["latestObservedGeneration"] = ImportNeeds.GetObservedGeneration(stream, wish.Name),
        ["needsImportIfGenerationNil"] = new JsonObject
        {
            ["false"] = ImportNeeds.IsDue(stream, wish, ifNotNumbered: false),
            ["true"] = ImportNeeds.IsDue(stream, wish, ifNotNumbered: true),
        },
    };

    private static JsonObject? Request(ImageStream stream) => ImportNeeds.CreateRequest(stream) is { } request
        ? new()
        {
            ["method"] = "POST",
            ["path"] = $"/apis/image.openshift.io/v1/namespaces/{request.Metadata.Namespace}/imagestreamimports",
            ["query"] = "timeout=1h0m0s",
            ["body"] = request.ToNode(),
        }
        : null;

    private static JsonObject Reset(ImageStream stream)
    {
        var reset = ImportNeeds.ResetScheduled(stream);
        return new()
        {
            ["generations"] = reset.Spec.Tags
                .Select(JsonNode? (wish) => new JsonObject { ["tag"] = wish.Name, ["generation"] = wish.Generation })
                .ToArray(),
            ["request"] = Request(reset),
        };
    }

    private static JsonObject PostFailure(KubernetesStatus status)
    {
        var isGone = ImportNeeds.SaysStreamIsGone(status);
        return new() { ["notImportable"] = isGone, ["reason"] = isGone ? "" : status.Reason };
    }
}
