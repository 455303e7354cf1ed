using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The limits of streams that clients have created as <c>LimitRange</c> and <c>ResourceQuota</c>.</summary>
internal sealed class StoredLimits(IClusterObjectStore store) : IStreamLimitSource
{
    private const string StreamType = "openshift.io/ImageStream";
    private const string ImageType = "openshift.io/Image";

    private readonly IObjectStore<ClusterObject> _ranges = store.GetObjects(LimitDefinitions.LimitRanges.Definition.QualifiedName);
    private readonly IObjectStore<ClusterObject> _quotas = store.GetObjects(LimitDefinitions.Quotas.Definition.QualifiedName);

    public async ValueTask<IReadOnlyList<StreamLimitOptions>> GetLimitsAsync(string ns, CancellationToken cancellationToken = default)
    {
        var query = new ListQuery { Namespace = ns };
        var ranges = await _ranges.ListAsync(query, cancellationToken).ConfigureAwait(false);
        var quotas = await _quotas.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return ranges.Items.Count + quotas.Items.Count == 0 ? [] : [.. ranges.Items.Select(ReadRange), .. quotas.Items.SelectMany(ReadQuota)];
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
