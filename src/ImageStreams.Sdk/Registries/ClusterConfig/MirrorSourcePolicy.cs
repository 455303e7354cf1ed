using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The policy for contacting the source of an image when no mirror has it.</summary>
/// <remarks>
/// The default value means "not set", which is read as <see cref="AllowContactingSource"/>. Texts that OpenShift does
/// not know are kept.
/// </remarks>
public readonly record struct MirrorSourcePolicy : IWireText<MirrorSourcePolicy>
{
    private readonly string? _text;

    /// <summary>Creates a policy from the text of the API; any text is kept.</summary>
    /// <param name="text">The text, such as <c>NeverContactSource</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public MirrorSourcePolicy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length == 0 ? null : text;
    }

    /// <summary>The source is contacted after all mirrors.</summary>
    public static MirrorSourcePolicy AllowContactingSource { get; } = new("AllowContactingSource");

    /// <summary>The source is never contacted.</summary>
    public static MirrorSourcePolicy NeverContactSource { get; } = new("NeverContactSource");

    /// <summary>The text of the API; empty when not set.</summary>
    public string Text => _text ?? "";

    static MirrorSourcePolicy IWireText<MirrorSourcePolicy>.FromText(string text) => text switch
    {
        "AllowContactingSource" => AllowContactingSource,
        "NeverContactSource" => NeverContactSource,
        _ => new MirrorSourcePolicy(text),
    };

    /// <summary>Returns the text of the API.</summary>
    public override string ToString() => Text;
}
