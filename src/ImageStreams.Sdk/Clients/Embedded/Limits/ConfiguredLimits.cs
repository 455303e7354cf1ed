using System.Globalization;
using ImageStreams.Importing;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Checks the limits of the options.</summary>
internal sealed class ConfiguredLimits : IStreamLimits
{
    private const string StreamType = "openshift.io/ImageStream";
    private const string ImageType = "openshift.io/Image";
    private const string Tags = "openshift.io/image-tags";
    private const string Images = "openshift.io/images";
    private const string Streams = "openshift.io/imagestreams";
    private const string Storage = "storage";

    private readonly IObjectStore<ImageStream> _streams;
    private readonly Limit[] _limits;

    public ConfiguredLimits(IEnumerable<StreamLimitOptions> options, IObjectStore<ImageStream> streams)
    {
        _streams = streams;
        _limits = [.. options.Select(static one => new Limit(one.Namespace, one.Name, one.MaxTags, one.MaxImages, one.MaxImageBytes, one.MaxStreams))];
    }

    public async ValueTask<LimitDecision> CheckAsync(LimitedWrite write, CancellationToken cancellationToken = default)
    {
        var refusals = new List<string>();
        var (old, now) = (StreamUsage.Count(write.Old), StreamUsage.Count(write.Stream));
        foreach (var limit in _limits.Where(limit => limit.Namespace.Length == 0 || limit.Namespace == write.Stream.Namespace))
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
            : [LimitDecision.ExceedsQuota(limit.Name, Streams, "1", Format(page.Items.Count + (page.Remaining ?? 0)), Format(max)).Reason];
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

    private sealed record Limit(string Namespace, string Name, int? MaxTags, int? MaxImages, long? MaxImageBytes, int? MaxStreams);
}
