using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Lifecycle;

namespace ImageStreams.Conformance.Suites;

/// <summary>The tags that need an import, and the request that is posted for them.</summary>
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
        var need = ImportNeeds.GetNeed(stream);
        return new()
        {
            ["tags"] = stream.Spec.Tags.Select(JsonNode? (specTag) => Tag(stream, specTag)).ToArray(),
            ["needsImport"] = new JsonObject
            {
                ["ok"] = need != ImportNeed.None,
                ["partial"] = need == ImportNeed.DueTags,
            },
            ["request"] = Request(stream),
            ["needsScheduling"] = !ImportNeeds.GetScheduledTags(stream).IsEmpty,
            ["afterResetScheduled"] = Reset(stream),
        };
    }

    private static JsonObject Tag(ImageStream stream, TagReference specTag) => new()
    {
        ["tag"] = specTag.Name,
        ["importable"] = ImportNeeds.IsImportable(specTag),
        ["imported"] = ImportNeeds.IsImported(stream, specTag),
        ["latestObservedGeneration"] = ImportNeeds.GetObservedGeneration(stream, specTag.Name),
        ["needsImportIfGenerationNil"] = new JsonObject
        {
            ["false"] = ImportNeeds.IsDue(stream, specTag, ifNoGeneration: false),
            ["true"] = ImportNeeds.IsDue(stream, specTag, ifNoGeneration: true),
        },
    };

    private static JsonObject? Request(ImageStream stream) => ImportRequests.Create(stream) is { } request
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
                .Select(JsonNode? (specTag) => new JsonObject { ["tag"] = specTag.Name, ["generation"] = specTag.Generation })
                .ToArray(),
            ["request"] = Request(reset),
        };
    }

    private static JsonObject PostFailure(KubernetesStatus status)
    {
        var isGone = ImportNeeds.IsStreamNotFound(status);
        return new() { ["notImportable"] = isGone, ["reason"] = isGone ? "" : status.Reason };
    }
}
