using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Resolution;

/// <summary>Indicates whether what a tag follows is another tag of the same stream. OpenShift asks this in two ways.</summary>
public static class LocalTags
{
    /// <summary>The tag of the same stream that a wish names, by the rule of the API server.</summary>
    /// <remarks>One leading <c>STREAM:</c> is taken off; what then still has a colon is no tag of the stream.</remarks>
    /// <returns>Whether the wish names a tag of the stream, which may be the empty text.</returns>
    public static bool TryGet(ImageStream stream, TagReference specTag, out string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(specTag);

        tag = "";
        if (specTag.From is not { Kind: ReferenceKinds.ImageStreamTag } from || !IsOwnStream(stream, from))
        {
            return false;
        }

        var name = from.Name ?? "";
        var prefix = $"{stream.Metadata.Name}:";
        tag = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        if (!tag.Contains(':', StringComparison.Ordinal))
        {
            return true;
        }

        tag = "";
        return false;
    }

    /// <summary>The tag of the same stream that a reference names, by the rule that follows wishes.</summary>
    /// <remarks>
    /// A name with a colon is cut at the first one, and must then name the stream; an empty rest is <c>latest</c>.
    /// </remarks>
    internal static bool TryFollow(ImageStream stream, ObjectReference from, [NotNullWhen(true)] out string? tag)
    {
        var target = TagTarget.Read(stream, from);
        tag = target.IsOwnStream ? target.Tag : null;
        return target.IsOwnStream;
    }

    private static bool IsOwnStream(ImageStream stream, ObjectReference from) =>
        string.IsNullOrEmpty(from.Namespace) || from.Namespace == stream.Metadata.Namespace;
}
