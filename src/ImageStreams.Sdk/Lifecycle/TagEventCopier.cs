using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Copies events of other tags into a stream.</summary>
/// <param name="stream">The stream.</param>
/// <param name="internalRegistryHostname">The host and port of the integrated registry; empty when there is none.</param>
internal sealed class TagEventCopier(ImageStream stream, string internalRegistryHostname)
{
    /// <summary>Creates the event that a tag of the stream gets from an event of another tag.</summary>
    /// <param name="tagEvent">The event of the other tag.</param>
    /// <param name="specTag">The spec tag of the tag that gets the event.</param>
    /// <param name="source">The stream of the other tag.</param>
    public TagEvent Copy(TagEvent tagEvent, TagReference specTag, ImageStream source)
    {
        var generation = stream.Metadata.Generation;
        var copy = tagEvent.Generation == generation ? tagEvent : tagEvent with { Generation = generation };
        return !specTag.Reference && FindPushedReference(source, tagEvent) is { } pushed
            ? copy with { DockerImageReference = ToOwnRepository(pushed) }
            : copy;
    }

    /// <summary>Finds the pull spec of an event whose image is in the source's repository in the integrated registry.</summary>
    private ImageReference? FindPushedReference(ImageStream source, TagEvent tagEvent)
    {
        var isPushed = internalRegistryHostname.Length > 0
            && tagEvent.PullSpec.Repository?.StartsWith(internalRegistryHostname, StringComparison.Ordinal) is true;
        if (!isPushed || !ImageReference.TryParse(tagEvent.DockerImageReference, out var reference))
        {
            return null;
        }

        return reference.Registry == internalRegistryHostname
            && reference.Namespace == source.Namespace
            && reference.Name == source.Name
                ? reference
                : null;
    }

    /// <summary>Formats the pull spec of the same image in the repository of this stream.</summary>
    private string ToOwnRepository(ImageReference pushed) => ImageReference
        .FromParts(pushed.Registry, stream.Namespace, stream.Name, pushed.Tag, pushed.Id)
        .ToExactString();
}
