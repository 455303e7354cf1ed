using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The limits of streams that clients have created as <c>LimitRange</c> and <c>ResourceQuota</c>, kept in memory.</summary>
/// <param name="store">The store.</param>
/// <param name="timeProvider">The time provider.</param>
/// <param name="stopping">Canceled when the application stops.</param>
internal sealed class StoredLimits(IClusterObjectStore store, TimeProvider timeProvider, CancellationToken stopping) : IStreamLimitSource
{
    private const string StreamType = "openshift.io/ImageStream";
    private const string ImageType = "openshift.io/Image";

    private static readonly IReadOnlyList<StreamLimitOptions> NoLimits = [];

    private readonly ConditionalWeakTable<ClusterObject, StreamLimitOptions[]> _read = [];

    /// <summary>The limit ranges, which are to be written through this store.</summary>
    public FollowedObjects Ranges { get; } = Follow(LimitDefinitions.LimitRanges, store, timeProvider, stopping);

    /// <summary>The quotas, which are to be written through this store.</summary>
    public FollowedObjects Quotas { get; } = Follow(LimitDefinitions.Quotas, store, timeProvider, stopping);

    public async ValueTask<IReadOnlyList<StreamLimitOptions>> GetLimitsAsync(string ns, CancellationToken cancellationToken = default)
    {
        List<StreamLimitOptions>? limits = null;
        foreach (var range in await Ranges.GetAsync(ns, cancellationToken).ConfigureAwait(false))
        {
            (limits ??= []).AddRange(_read.GetValue(range, static one => [ReadRange(one)]));
        }

        foreach (var quota in await Quotas.GetAsync(ns, cancellationToken).ConfigureAwait(false))
        {
            (limits ??= []).AddRange(_read.GetValue(quota, static one => [.. ReadQuota(one)]));
        }

        return limits ?? NoLimits;
    }

    /// <summary>Finds the resources of a quota that count streams, each with its maximum.</summary>
    public static IEnumerable<KeyValuePair<string, long>> FindStreamLimits(JsonObject quota)
    {
        // Scopes select pods; a quota that has some counts nothing else.
        var isScoped = quota.Find("spec", "scopes") is JsonArray { Count: > 0 } || quota.FindObject("spec", "scopeSelector") is not null;
        return
            from resource in new[] { LimitDefinitions.Streams, LimitDefinitions.StreamCount }
            let max = QuantityText.Parse(quota.Find("spec", "hard", resource))
            where !isScoped && max is not null
            select KeyValuePair.Create(resource, max.Value);
    }

    private static FollowedObjects Follow(ObjectKind kind, IClusterObjectStore store, TimeProvider timeProvider, CancellationToken stopping) =>
        new(store.GetObjects(kind.Definition.QualifiedName), timeProvider, stopping);

    private static StreamLimitOptions ReadRange(ClusterObject range)
    {
        var limits = new StreamLimitOptions { Name = range.Name };
        foreach (var item in ObjectDocuments.FromObject(range).FindItems("spec", "limits"))
        {
            switch (item.FindText("type"))
            {
                case StreamType:
                    limits.MaxImages = Clamp(QuantityText.Parse(item.Find("max", "openshift.io/images")));
                    limits.MaxTags = Clamp(QuantityText.Parse(item.Find("max", "openshift.io/image-tags")));
                    break;
                case ImageType:
                    limits.MaxImageBytes = QuantityText.Parse(item.Find("max", "storage"));
                    break;
            }
        }

        return limits;
    }

    private static IEnumerable<StreamLimitOptions> ReadQuota(ClusterObject quota) =>
        FindStreamLimits(ObjectDocuments.FromObject(quota))
            .Select(one => new StreamLimitOptions { Name = quota.Name, QuotaResource = one.Key, MaxStreams = Clamp(one.Value) });

    private static int? Clamp(long? number) => number is null ? null : (int)Math.Clamp(number.Value, 0, int.MaxValue);
}
