using System.Globalization;
using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Brings streams into the state that they had before a request, where other requests changed them that are not among the
/// recorded ones.</summary>
/// <remarks>Only a state that no replayed request made is adopted, and only where ours is another one: what the served API makes itself
/// is compared.</remarks>
internal sealed class HttpAdoption(IReadOnlyList<HttpExchange> exchanges, Func<HttpExchange, bool> isReplayed, ReplayedCluster cluster, Identities identities)
{
    private readonly HttpHistory _history = new(exchanges, isReplayed);
    private readonly AdoptedStreams _streams = new(cluster, identities);
    private readonly AdoptedTags _tags = new(cluster, identities);
    private readonly AdoptedImages _images = new(exchanges, cluster, identities);
    private readonly AdoptedObjects _objects = new(cluster, identities);

    /// <summary>What was adopted, each in words.</summary>
    public IEnumerable<string> Notes => [.. _streams.Notes, .. _tags.Notes, .. _images.Notes, .. _objects.Notes];

    /// <summary>Adopts what other requests made before a request.</summary>
    public async Task PrepareAsync(HttpExchange recorded)
    {
        foreach (var state in _history.MadeByOthers(HttpHistory.GetBound(recorded)).Where(one => !identities.Knows(GetText(one.Version))))
        {
            await _streams.AdoptAsync(state, _history);
        }

        await RemoveAsync(recorded);
        await RecreateAsync(recorded);
        await FillTagsAsync(recorded);
        await _images.AddAsync(recorded);
        await _objects.AdoptAsync(recorded);
    }

    /// <summary>Removes what was not there.</summary>
    private async Task RemoveAsync(HttpExchange recorded)
    {
        foreach (var absent in await FindAbsentAsync(recorded))
        {
            await _streams.RemoveAsync(absent);
        }
    }

    private async Task<IReadOnlyList<ObjectKey>> FindAbsentAsync(HttpExchange recorded)
    {
        if (recorded.Exchange.Request is not { Resource: "imagestreams", Namespace: { } ns, IsDryRun: false } request)
        {
            return [];
        }

        var isNew = recorded is { Method: "POST" or "PATCH", Exchange.Status: 201 };
        if (isNew || recorded is { Method: "GET" or "DELETE", Exchange.Status: 404 })
        {
            return [new ObjectKey(ns, request.Name ?? RecordedObjects.GetName(recorded.Exchange.Body!.AsObject()))];
        }

        return HttpLists.FindNames(recorded) is { } names ? await FindUnlistedAsync(request, names) : [];
    }

    private async Task<IReadOnlyList<ObjectKey>> FindUnlistedAsync(ApiRequest request, IReadOnlyCollection<string> listed)
    {
        var options = new ListOptions
        {
            LabelSelector = request.Query.GetValueOrDefault("labelSelector"),
            FieldSelector = request.Query.GetValueOrDefault("fieldSelector"),
        };
        var ours = await cluster.Client.Streams.ListAsync(request.Namespace, options);
        return [.. ours.Items.Where(stream => !listed.Contains(stream.Metadata.Name)).Select(ObjectKey.FromObject)];
    }

    /// <summary>Makes a stream that the request deletes, where it is not there or another one of the same name is.</summary>
    private async Task RecreateAsync(HttpExchange recorded)
    {
        if (recorded is { Method: "DELETE", Exchange: { Status: 200, Request: { Resource: "imagestreams", Namespace: { } ns, Name: { } name } } }
            && (string?)recorded.Exchange.Body?["details"]?[Identities.Uid] is { } uid)
        {
            await _streams.RecreateAsync(new ObjectKey(ns, name), uid);
        }
    }

    /// <summary>Adds the tags that others made before a request that made or changed a tag.</summary>
    private async Task FillTagsAsync(HttpExchange recorded)
    {
        if (recorded is { Method: "PUT" or "POST", Exchange: { Status: 200 or 201, Request.Resource: "imagestreamtags" } }
            && RecordedState.In(recorded).FirstOrDefault() is { } state
            && (long?)state.Value["tag"]?["generation"] is { } generation)
        {
            await _tags.FillAsync(state, generation, _history.FindNext(state.Key, state.Version, state.Uid));
        }
    }

    private static string GetText(long version) => version.ToString(CultureInfo.InvariantCulture);
}
