using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>The use that a stream makes of its limits, counted as OpenShift does: each source and each image once.</summary>
internal sealed class StreamUsage
{
    private StreamUsage(IReadOnlySet<string> tags, IReadOnlySet<string> images)
    {
        Tags = tags;
        Images = images;
    }

    /// <summary>The sources of the spec tags.</summary>
    public IReadOnlySet<string> Tags { get; }

    /// <summary>The images in the status.</summary>
    public IReadOnlySet<string> Images { get; }

    /// <summary>Counts; a stream that does not exist uses nothing.</summary>
    public static StreamUsage Count(ImageStream? stream)
    {
        var tags = stream?.Spec.Tags.Select(tag => FindSource(stream.Namespace, tag)).OfType<string>() ?? [];
        var images = stream?.Status.Tags.SelectMany(static tag => tag.Items).Select(static item => item.Image).Where(static image => image.Length > 0) ?? [];
        return new StreamUsage(tags.ToHashSet(StringComparer.Ordinal), images.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Determines whether there is something that was not used before, or more of anything.</summary>
    public bool Exceeds(StreamUsage old) =>
        Tags.Count > old.Tags.Count || Images.Count > old.Images.Count || !Tags.IsSubsetOf(old.Tags) || !Images.IsSubsetOf(old.Images);

    private static string? FindSource(string ns, TagReference tag)
    {
        if (tag.From is not { } from)
        {
            return null;
        }

        var space = from.Namespace is { Length: > 0 } other ? other : ns;
        return from.Kind switch
        {
            ReferenceKinds.ImageStreamTag or ReferenceKinds.ImageStreamImage => $"{space}/{from.Name}",
            ReferenceKinds.DockerImage when ImageReference.TryParse(from.Name, out var image) =>
                image.ToDockerClientDefaults().ToDaemonMinimal().ToExactString(),
            _ => null,
        };
    }
}
