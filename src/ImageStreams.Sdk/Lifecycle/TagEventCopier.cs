using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Makes events of other tags events of a stream's own.</summary>
/// <param name="stream">The stream.</param>
/// <param name="internalRegistryHostname">The host and port of the cluster's own registry; empty when it has none.</param>
internal sealed class TagEventCopier(ImageStream stream, string internalRegistryHostname)
{
    private long Generation => stream.Metadata.Generation;

    /// <summary>An event of another tag as an event of a tag of this stream.</summary>
    public TagEvent Copy(TagEvent tagEvent, TagReference specTag, ImageStream source)
    {
        var copy = tagEvent.Generation == Generation ? tagEvent : tagEvent with { Generation = Generation };
        return !specTag.Reference && FindPushedReference(source, tagEvent) is { } pushed
            ? copy with { DockerImageReference = ToOwnRepository(pushed) }
            : copy;
    }

    /// <summary>Where in the repository of a stream in the cluster's registry an event's image is, or null.</summary>
    private ImageReference? FindPushedReference(ImageStream source, TagEvent tagEvent) => internalRegistryHostname.Length > 0
        && tagEvent.PullSpec.Repository?.StartsWith(internalRegistryHostname, StringComparison.Ordinal) is true
        && ImageReference.TryParse(tagEvent.DockerImageReference, out var reference)
        && reference.Registry == internalRegistryHostname
        && reference.Namespace == source.Namespace
        && reference.Name == source.Name
            ? reference
            : null;

    /// <summary>The same image in the repository of this stream, so that it is pulled from there.</summary>
    private string ToOwnRepository(ImageReference pushed)
    {
        var (ns, name) = (stream.Namespace, stream.Name);
        return ImageReference.FromParts(pushed.Registry, ns, name, pushed.Tag, pushed.Id).ToExactString();
    }
}
