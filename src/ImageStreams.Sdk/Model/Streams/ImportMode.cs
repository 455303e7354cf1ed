using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What an import makes of an index (a manifest list).</summary>
/// <remarks>
/// The default value means "not set", which is read as <see cref="Legacy"/>. Texts that OpenShift does not know are
/// kept.
/// </remarks>
public readonly record struct ImportMode : IWireText<ImportMode>
{
    private readonly string? _text;

    /// <summary>Takes the text of the wire; any text is kept as it is.</summary>
    public ImportMode(string text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>
    /// Takes the one image of the index that fits: of the preferred platform, else linux/amd64, else the first.
    /// </summary>
    public static ImportMode Legacy { get; } = new("Legacy");

    /// <summary>Keeps the index, and imports the image of every platform.</summary>
    public static ImportMode PreserveOriginal { get; } = new("PreserveOriginal");

    /// <summary>The text of the wire; empty when not set.</summary>
    public string Text => _text ?? "";

    static ImportMode IWireText<ImportMode>.FromText(string text) => text switch
    {
        "Legacy" => Legacy,
        "PreserveOriginal" => PreserveOriginal,
        _ => new ImportMode(text),
    };

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Text;
}
