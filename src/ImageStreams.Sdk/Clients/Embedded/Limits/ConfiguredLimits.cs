using System.Globalization;
using ImageStreams.Importing;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Checks the limits of the options, and those of a source.</summary>
internal sealed class ConfiguredLimits : IStreamLimits
{
    private const string StreamType = "openshift.io/ImageStream";
    private const string ImageType = "openshift.io/Image";
    private const string Tags = "openshift.io/image-tags";
    private const string Images = "openshift.io/images";
    private const string Storage = "storage";

    private static readonly IReadOnlyList<StreamLimitOptions> NoLimits = [];

    private readonly IObjectStore<ImageStream> _streams;
    private readonly IStreamLimitSource? _source;
    private readonly Limit[] _limits;

    public ConfiguredLimits(IEnumerable<StreamLimitOptions> options, IStreamLimitSource? source, IObjectStore<ImageStream> streams)
    {
        (_source, _streams) = (source, streams);
        _limits = [.. options.Select(Copy)];
    }

    /// <summary>Determines whether the number of streams in a namespace is limited.</summary>
    public async ValueTask<bool> CountsStreamsAsync(string ns, CancellationToken cancellationToken)
    {
        var limits = await FindAsync(ns, cancellationToken).ConfigureAwait(false);
        return limits.Any(static limit => limit.MaxStreams is not null);
    }

    public async ValueTask<LimitDecision> CheckAsync(LimitedWrite write, CancellationToken cancellationToken = default)
    {
        var limits = await FindAsync(write.Stream.Namespace, cancellationToken).ConfigureAwait(false);
        return limits.Count == 0 ? LimitDecision.Permit : await CheckAsync(limits, write, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<List<Limit>> FindAsync(string ns, CancellationToken cancellationToken)
    {
        var others = _source is null ? NoLimits : await _source.GetLimitsAsync(ns, cancellationToken).ConfigureAwait(false);
        return [.. _limits.Where(limit => limit.Namespace.Length == 0 || limit.Namespace == ns), .. others.Select(Copy)];
    }

    private async ValueTask<LimitDecision> CheckAsync(List<Limit> limits, LimitedWrite write, CancellationToken cancellationToken)
    {
        var refusals = new List<string>();
        var (old, now) = (StreamUsage.Count(write.Old), StreamUsage.Count(write.Stream));
        foreach (var limit in limits)
        {
            refusals.AddRange(Check(limit, write, now.Exceeds(old), now));
            if (write.Old is null && limit.MaxStreams is { } max)
            {
                refusals.AddRange(await CheckQuotaAsync(limit, max, write.Stream.Namespace, cancellationToken).ConfigureAwait(false));
            }
        }

        return refusals switch
        {
            [] => LimitDecision.Permit,
            [var only] => LimitDecision.Refuse(only),
            _ => LimitDecision.Refuse($"[{string.Join(", ", refusals)}]"),
        };
    }

    private static Limit Copy(StreamLimitOptions one) =>
        new(one.Namespace, one.Name, one.MaxTags, one.MaxImages, one.MaxImageBytes, one.MaxStreams, one.QuotaResource);

    private static IEnumerable<string> Check(Limit limit, LimitedWrite write, bool exceeds, StreamUsage now)
    {
        if (exceeds && now.Images.Count > limit.MaxImages)
        {
            yield return Exceed(Images, StreamType, now.Images.Count, limit.MaxImages.Value);
        }

        if (exceeds && now.Tags.Count > limit.MaxTags)
        {
            yield return Exceed(Tags, StreamType, now.Tags.Count, limit.MaxTags.Value);
        }

        if (write.Image is { } image && GetSize(image) is var size && size > limit.MaxImageBytes)
        {
            yield return Exceed(Storage, ImageType, size, limit.MaxImageBytes.Value);
        }
    }

    private async Task<IEnumerable<string>> CheckQuotaAsync(Limit limit, int max, string ns, CancellationToken cancellationToken)
    {
        var page = await _streams.ListAsync(new ListQuery { Namespace = ns, Limit = (int)Math.Min(max + 1L, int.MaxValue) }, cancellationToken).ConfigureAwait(false);
        return page.Items.Count < max
            ? []
            : [LimitDecision.ExceedsQuota(limit.Name, limit.QuotaResource, "1", Format(page.Items.Count + (page.Remaining ?? 0)), Format(max)).Reason];
    }

    /// <summary>Gets the size that the image's metadata names, or else the sum of its layers.</summary>
    private static long GetSize(Image image)
    {
        var named = FindNamedSize(image);
        return named > 0 ? named : image.DockerImageLayers.Sum(static layer => layer.LayerSize);
    }

    private static long FindNamedSize(Image image)
    {
        try
        {
            return ImageMetadata.Read(image).Size;
        }
        catch (ImageFormatException)
        {
            return 0;
        }
    }

    private static string Exceed(string resource, string type, long requested, long max) =>
        LimitDecision.ExceedsLimit(resource, type, Format(requested), Format(max)).Reason;

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Limit(
        string Namespace, string Name, int? MaxTags, int? MaxImages, long? MaxImageBytes, int? MaxStreams, string QuotaResource);
}
