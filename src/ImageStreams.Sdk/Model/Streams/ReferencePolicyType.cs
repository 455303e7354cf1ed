using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Which pull spec users of a tag get.</summary>
/// <remarks>
/// The default value means "not set". The API server fills in <see cref="Source"/>; where it was left unset, it is not
/// the same.
/// </remarks>
public readonly record struct ReferencePolicyType : IWireText<ReferencePolicyType>
{
    private readonly string? _text;

    /// <summary>Takes the text of the wire; any text is kept as it is.</summary>
    public ReferencePolicyType(string text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Where the image came from.</summary>
    public static ReferencePolicyType Source { get; } = new("Source");

    /// <summary>The integrated registry, where there is one.</summary>
    public static ReferencePolicyType Local { get; } = new("Local");

    /// <summary>The text of the wire; empty when not set.</summary>
    public string Text => _text ?? "";

    static ReferencePolicyType IWireText<ReferencePolicyType>.FromText(string text) => text switch
    {
        "Source" => Source,
        "Local" => Local,
        _ => new ReferencePolicyType(text),
    };

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Text;
}
