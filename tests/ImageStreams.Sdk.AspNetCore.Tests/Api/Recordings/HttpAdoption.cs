using System.Text.Json.Nodes;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Brings streams into the state that they had before a request, where other requests changed them that are not among the
/// recorded ones.</summary>
/// <remarks>Only a version that no replayed request made is adopted: what the served API made itself is compared, and never replaced.</remarks>
internal sealed class HttpAdoption(IReadOnlyList<HttpExchange> exchanges, ReplayedCluster cluster, Identities identities)
{
    private readonly Dictionary<ObjectKey, List<JsonObject>> _versions = RecordedObjects.In(exchanges.Select(one => one.Exchange))
        .Where(IsStream)
        .GroupBy(GetKey)
        .ToDictionary(
            versions => versions.Key,
            versions => versions.DistinctBy(RecordedObjects.GetVersion).OrderBy(RecordedObjects.GetVersion).ToList());

    /// <summary>Adopts what the response of a request is about.</summary>
    public async Task PrepareAsync(HttpExchange recorded)
    {
        if (FindName(recorded) is { } name)
        {
            await PrepareAsync(recorded, name);
            return;
        }

        foreach (var shown in RecordedObjects.In([recorded.Exchange]).Where(shown => RecordedObjects.GetVersion(shown) > 0).Select(GetKey).Where(_versions.ContainsKey))
        {
            await PrepareAsync(recorded, shown);
        }
    }

    private async Task PrepareAsync(HttpExchange recorded, ObjectKey name)
    {
        var isAbsent = recorded is { Method: "GET", Exchange.Status: 404 } or { Method: "POST", Exchange.Status: 201, Exchange.Request.Resource: "imagestreams" };
        if (isAbsent)
        {
            await DeleteAsync(name);
            return;
        }

        if (FindBefore(recorded, name) is { } stream && !identities.Knows((string)stream["metadata"]![Identities.Version]!))
        {
            var adopted = await cluster.AdoptAsync(identities.Translate(stream)!);
            identities.AreSame((string)stream["metadata"]![Identities.Version]!, adopted.Metadata.ResourceVersion!);
        }
    }

    private async Task DeleteAsync(ObjectKey name)
    {
        if (await cluster.Store.Streams.FindAsync(name) is not null)
        {
            await cluster.Store.Streams.DeleteAsync(name);
        }
    }

    /// <summary>The latest version before a write, or that which a read shows.</summary>
    private JsonObject? FindBefore(HttpExchange recorded, ObjectKey name)
    {
        var shown = RecordedObjects.In([recorded.Exchange])
            .Where(value => GetKey(value) == name && RecordedObjects.GetVersion(value) > 0)
            .Select(RecordedObjects.GetVersion)
            .DefaultIfEmpty(0)
            .Min();
        var bound = recorded.Method == "GET" ? shown : shown - 1;
        return _versions.GetValueOrDefault(name, []).LastOrDefault(version => RecordedObjects.GetVersion(version) <= bound);
    }

    /// <summary>The stream that a path names; null for a collection.</summary>
    private static ObjectKey? FindName(HttpExchange recorded) =>
        recorded.Exchange.Request is { Namespace: { } ns, Resource: "imagestreams" or "imagestreamtags" or "imagetags", Name: { } name }
            ? new ObjectKey(ns, name.Split(':')[0])
            : null;

    private static bool IsStream(JsonObject value) =>
        value["spec"] is JsonObject spec && spec["lookupPolicy"] is not null
        && RecordedObjects.GetVersion(value) > 0 && RecordedObjects.GetName(value).Length > 0;

    /// <summary>The name of a stream, or of that of a tag.</summary>
    private static ObjectKey GetKey(JsonObject value) =>
        new(RecordedObjects.GetNamespace(value), RecordedObjects.GetName(value).Split(':')[0]);
}
