namespace ImageStreams.References;

/// <summary>A text does not name what it was read as: an image, a digest, or a part of an image stream.</summary>
public sealed class ImageReferenceFormatException : FormatException
{
    internal ImageReferenceFormatException(ReferenceFailure kind, string value, int index, string message)
        : base(message)
    {
        Reason = kind;
        Value = value;
        Index = index;
    }

    /// <summary>What is wrong, under the name OpenShift's answers are told apart by.</summary>
    public ReferenceFailure Reason { get; }

    /// <summary>The text that was read; of a text longer than 256 characters the beginning and an ellipsis.</summary>
    public string Value { get; }

    /// <summary>
    /// Where reading stopped: the zero-based position of the first UTF-16 code unit that does not fit, or the length of
    /// the text when it ends too early. Of a UTF-8 text, the position in the decoded one.
    /// </summary>
    public int Index { get; }
}
