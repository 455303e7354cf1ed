namespace ImageStreams.References;

/// <summary>The exception for a text that is not an image reference, a digest or the name of a stream, tag or image.</summary>
public sealed class ImageReferenceFormatException : FormatException
{
    internal ImageReferenceFormatException(ReferenceFailure reason, string value, int index, string message)
        : base(message)
    {
        Reason = reason;
        Value = value;
        Index = index;
    }

    /// <summary>The kind of failure, by the name that OpenShift gives it.</summary>
    public ReferenceFailure Reason { get; }

    /// <summary>The invalid text, cut to 256 characters and an ellipsis when it is longer.</summary>
    public string Value { get; }

    /// <summary>
    /// The zero-based position of the first UTF-16 code unit that is not allowed, or the length of the text when it ends
    /// too early. For UTF-8 input, the position in the decoded text.
    /// </summary>
    public int Index { get; }
}
