using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>The exception of a wait whose tag cannot get its image: the import of its current spec tag failed.</summary>
public sealed class ImportFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="condition">The condition <see cref="TagEventCondition.ImportSuccess"/> of the tag, which is false.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="condition"/> is null.</exception>
    public ImportFailedException(ImageStreamTagName tag, TagEventCondition condition)
        : base($"The import of {tag} failed ({condition?.Reason}): {condition?.Message}")
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(condition);
        (Tag, Condition) = (tag, condition);
    }

    /// <summary>The tag.</summary>
    public ImageStreamTagName Tag { get; }

    /// <summary>The condition of the tag, with the reason, the message and the generation of the import.</summary>
    public TagEventCondition Condition { get; }
}
