using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The import mode of a tag: the way in which an index (a manifest list) is imported.</summary>
/// <remarks>
/// The default value means "not set", which is read as <see cref="Legacy"/>. Texts that OpenShift does not know are
/// kept.
/// </remarks>
public readonly record struct ImportMode : IWireText<ImportMode>
{
    private readonly string? _text;

    /// <summary>Creates a mode from the text in JSON; any text is kept unchanged.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImportMode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length == 0 ? null : text;
    }

    /// <summary>
    /// Imports one image of the index: that of the preferred platform, otherwise of linux/amd64, otherwise the first.
    /// </summary>
    public static ImportMode Legacy { get; } = new("Legacy");

    /// <summary>Imports the index unchanged, and the image of every platform.</summary>
    public static ImportMode PreserveOriginal { get; } = new("PreserveOriginal");

    /// <summary>The text in JSON; empty when not set.</summary>
    public string Text => _text ?? "";

    static ImportMode IWireText<ImportMode>.FromText(string text) => text switch
    {
        "Legacy" => Legacy,
        "PreserveOriginal" => PreserveOriginal,
        _ => new ImportMode(text),
    };

    /// <summary>Returns the text in JSON.</summary>
    public override string ToString() => Text;
}
