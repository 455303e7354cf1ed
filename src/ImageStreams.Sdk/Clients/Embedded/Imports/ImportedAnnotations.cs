using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>The annotations of an import that moves a tag by its policy, which go into the stream with the image.</summary>
/// <remarks>OpenShift's server ignores the annotations of an import into a stream that exists.</remarks>
internal static class ImportedAnnotations
{
    /// <summary>Finds the digest that the image must have in its registry; null when any will do.</summary>
    public static Digest? FindDigest(ImageStreamImport request) =>
        request.Metadata.Annotations.TryGetValue(TagMovesAnnotation.DigestName, out var text) && Digest.TryParse(text, out var digest)
            ? digest
            : null;

    /// <summary>Writes the reason of a move to the stream, and the memory of its gates to the spec tag, where it has moved.</summary>
    public static ImageStream Apply(ImageStreamImport request, ImageStream stream)
    {
        var annotations = request.Metadata.Annotations;
        if (request.Spec.Images is not [{ To.Name: { } name, From: var from }]
            || !annotations.TryGetValue(TagMovesAnnotation.Name, out var moves)
            || stream.Spec.Tags.Find(name) is not { } specTag
            || specTag.From?.Name != from.Name)
        {
            return stream;
        }

        if (annotations.TryGetValue(TagGateStateAnnotation.Name, out var state))
        {
            specTag = specTag with { Annotations = specTag.Annotations.Set(TagGateStateAnnotation.Name, state) };
        }

        return stream with
        {
            Metadata = stream.Metadata with { Annotations = stream.Metadata.Annotations.Set(TagMovesAnnotation.Name, moves) },
            Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) },
        };
    }
}
