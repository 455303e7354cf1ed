using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Whether the source of an image is asked when no mirror has it.</summary>
/// <remarks>
/// The default value means "not set", which is read as <see cref="AllowContactingSource"/>. Texts that OpenShift does
/// not know are kept.
/// </remarks>
public readonly record struct MirrorSourcePolicy : IWireText<MirrorSourcePolicy>
{
    private readonly string? _text;

    /// <summary>Takes the text of the wire; any text is kept as it is.</summary>
    public MirrorSourcePolicy(string text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The source is asked last.</summary>
    public static MirrorSourcePolicy AllowContactingSource { get; } = new("AllowContactingSource");

    /// <summary>The source is never asked.</summary>
    public static MirrorSourcePolicy NeverContactSource { get; } = new("NeverContactSource");

    /// <summary>The text of the wire; empty when not set.</summary>
    public string Text => _text ?? "";

    static MirrorSourcePolicy IWireText<MirrorSourcePolicy>.FromText(string text) => text switch
    {
        "AllowContactingSource" => AllowContactingSource,
        "NeverContactSource" => NeverContactSource,
        _ => new MirrorSourcePolicy(text),
    };

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Text;
}
