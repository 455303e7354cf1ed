using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Makes events of other tags events of a stream's own.</summary>
/// <param name="stream">The stream.</param>
/// <param name="host">The host and port of the cluster's own registry; empty when it has none.</param>
internal sealed class TagAdoption(ImageStream stream, string host)
{
    private long Generation => stream.Metadata.Generation;

    /// <summary>An event of another tag as an event of a tag of this stream.</summary>
    public TagEvent Adopt(TagEvent tagEvent, TagReference wish, ImageStream source)
    {
        var adopted = tagEvent.Generation == Generation ? tagEvent : tagEvent with { Generation = Generation };
        return !wish.Reference && PushedTo(source, tagEvent) is { } pushed
            ? adopted with { DockerImageReference = Here(pushed) }
            : adopted;
    }

    /// <summary>Where in the repository of a stream in the cluster's registry an event's image is, or null.</summary>
    private ImageReference? PushedTo(ImageStream source, TagEvent tagEvent) => host.Length > 0
        && tagEvent.PullSpec.Repository?.StartsWith(host, StringComparison.Ordinal) is true
        && ImageReference.TryParse(tagEvent.DockerImageReference, out var reference)
        && reference.Registry == host
        && reference.Namespace == (source.Metadata.Namespace ?? "")
        && reference.Name == (source.Metadata.Name ?? "")
            ? reference
            : null;

    /// <summary>The same image in the repository of this stream, so that it is pulled from there.</summary>
    private string Here(ImageReference pushed)
    {
        var (ns, name) = (stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? "");
        return ImageReference.FromParts(pushed.Registry, ns, name, pushed.Tag, pushed.Id).ToExactString();
    }
}
