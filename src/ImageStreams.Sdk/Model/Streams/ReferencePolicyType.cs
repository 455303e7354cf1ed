using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The type of a reference policy: the pull spec that users of a tag get.</summary>
/// <remarks>
/// The default value means "not set", for which the API server fills in <see cref="Source"/>; the two are not equal.
/// </remarks>
public readonly record struct ReferencePolicyType : IWireText<ReferencePolicyType>
{
    private readonly string? _text;

    /// <summary>Creates a type from the text in JSON; any text is kept unchanged.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ReferencePolicyType(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length == 0 ? null : text;
    }

    /// <summary>The source that the image was imported from.</summary>
    public static ReferencePolicyType Source { get; } = new("Source");

    /// <summary>The internal registry, if there is one.</summary>
    public static ReferencePolicyType Local { get; } = new("Local");

    /// <summary>The text in JSON; empty when not set.</summary>
    public string Text => _text ?? "";

    static ReferencePolicyType IWireText<ReferencePolicyType>.FromText(string text) => text switch
    {
        "Source" => Source,
        "Local" => Local,
        _ => new ReferencePolicyType(text),
    };

    /// <summary>Returns the text in JSON.</summary>
    public override string ToString() => Text;
}
